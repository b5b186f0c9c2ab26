package org.perceus.provisioning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.node.SettingKey;

/** Knows which settings nodes can have, and compares them with what is installed, which may come and go. Thread-safe. */
@ProviderType
public interface SettingCheck {
    /** All settings that administrators can set, Perceus' own first; one that several modules read is there for each. */
    List<DeclaredSetting> settings();

    /**
     * Why changes would be of no effect or leave nodes waiting, as a sentence with what would be right: nobody reads a setting
     * of that name, the module that reads it does not understand the value, or a capsule, a kernel, a method or a
     * configuration module is not there. Names that begin with {@code x-} are the site's own.
     *
     * @param changes the new values; empty ones remove a setting
     */
    Optional<String> objection(Map<SettingKey, Optional<String>> changes);

    /**
     * Why several nodes cannot have the values in common, as those of a group have, as a sentence with what would be right: a
     * module says that one of them is for one node alone, such as an address.
     *
     * @param changes the new values; empty ones remove a setting
     */
    Optional<String> sharingObjection(Map<SettingKey, Optional<String>> changes);

    /** Which settings matter to which nodes, as the modules are now; for many nodes, as it asks all modules. */
    SettingEffects effects();

    /** What the configuration gives all nodes and is wrong so, a sentence each that begins with the file and the key. */
    List<String> complaints();
}
