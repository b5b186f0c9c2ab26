package org.perceus.provisioning;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The provisioning modules of the site. Thread-safe. */
@ProviderType
public interface ModuleInventory {
    /** All that there are now, by name, the one of a name that nodes get first. */
    List<ModuleInfo> modules();

    /** All of one name with everything that is known of them, the one that nodes get first; may ask the module. */
    List<ModuleDetails> details(String name);

    /** The provisioning method of nodes for which no setting names one. */
    String defaultMethod();

    /** The configuration modules of nodes for which no setting names any. */
    List<String> defaultModules();
}
