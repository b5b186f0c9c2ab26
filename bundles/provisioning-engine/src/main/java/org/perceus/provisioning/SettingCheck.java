package org.perceus.provisioning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.node.SettingKey;

/** Compares settings with what is installed, which may come and go. Thread-safe. */
@ProviderType
public interface SettingCheck {
    /**
     * Why changes would leave nodes waiting, as a sentence with the choice: a capsule, a kernel, a method or a configuration
     * module is not there.
     *
     * @param changes the new values; empty ones remove a setting
     */
    Optional<String> objection(Map<SettingKey, Optional<String>> changes);

    /** What the configuration gives all nodes and is not there, a sentence each that begins with the file and the key. */
    List<String> complaints();
}
