package org.perceus.provisioning;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The provisioning modules of the site. Thread-safe. */
@ProviderType
public interface ModuleInventory {
    /** The modules that are present now, by name, the active one of a name first. */
    List<ModuleInfo> modules();
}
