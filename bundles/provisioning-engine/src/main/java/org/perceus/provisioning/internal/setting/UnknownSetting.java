package org.perceus.provisioning.internal.setting;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.NearestWord;

/** What is said of the name of a setting that nobody reads. */
final class UnknownSetting {
    private static final String APPROVE = "use 'perceus node approve'";
    private static final String CAPSULE = "use capsule";

    /** Words of Perceus 1.x and of Warewulf, with ours. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("vnfs", CAPSULE),
            Map.entry("image", CAPSULE),
            Map.entry("container", CAPSULE),
            Map.entry("hostname", "use name"),
            Map.entry("groupname", "use group"),
            Map.entry("profile", "use group"),
            Map.entry("profiles", "use group"),
            Map.entry("ipaddr", "use address, and interfaces for other cards"),
            Map.entry("kernelargs", "use kernel-args"),
            Map.entry("kernel.args", "use kernel-args"),
            Map.entry("kernelversion", "use kernel"),
            Map.entry("kernel.version", "use kernel"),
            Map.entry("root", "use method"),
            Map.entry("blacklist", "use drivers-off"),
            Map.entry("fstab", "use mounts"),
            Map.entry("ntp", "use time-servers"),
            Map.entry("timezone", "use time-zone"),
            Map.entry("enabled", APPROVE),
            Map.entry("approved", APPROVE),
            Map.entry("hwaddr", "a node is its MAC: add the other with 'perceus node add'"),
            Map.entry("status", "Perceus finds it out: see 'perceus node status'"),
            Map.entry("lastcontact", "Perceus finds it out: see 'perceus node status'"));

    private UnknownSetting() {}

    /** The sentence, with the nearest of the names that are known. */
    static String sentence(SettingKey key, Collection<String> known) {
        return "there is no setting '" + key + "': " + advice(key.value(), known)
                + "; a site's own begin with x-, as in x-" + key;
    }

    private static String advice(String name, Collection<String> known) {
        return Optional.ofNullable(OTHERS.get(name))
                .or(() -> NearestWord.to(name, known).map(near -> "did you mean " + near))
                .orElse("'perceus setting list' has all");
    }
}
