package org.perceus.module;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The provisioning modules of the site. Thread-safe. */
@ProviderType
public interface ModuleInventory {
    /** All that there are now, by name, the one of a name that nodes get first. */
    List<ModuleInfo> modules();

    /** All of one name with everything that is known of them, the one that nodes get first; may ask the module. */
    List<ModuleDetails> details(String name);

    /** What is wrong in the configuration of the module platform, in one sentence each. */
    List<String> problems();
}
