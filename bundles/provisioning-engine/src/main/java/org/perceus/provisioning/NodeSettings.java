package org.perceus.provisioning;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.perceus.address.VlanId;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;

/** The settings of nodes that the engine itself reads, and how it reads all of them. */
public final class NodeSettings {
    /** The capsule that a node gets: {@code name} for its newest version, or {@code name@version}. */
    public static final SettingKey CAPSULE = new SettingKey("capsule");

    /** Release of the kernel of its capsule that a node gets; without it the one that the import chose. */
    public static final SettingKey KERNEL = new SettingKey("kernel");

    /** Name of the provisioning method. */
    public static final SettingKey METHOD = new SettingKey("method");

    /** Names of the configuration modules, separated by commas. */
    public static final SettingKey MODULES = new SettingKey("modules");

    /** Kernel arguments of the second OS. */
    public static final SettingKey KERNEL_ARGUMENTS = new SettingKey("kernel-args");

    /** What the node does when it boots from the network: a {@link BootChoice}. */
    public static final SettingKey BOOT = new SettingKey("boot");

    /** What the node does at its next boot alone: a {@link BootChoice} in place of {@link #BOOT}. */
    public static final SettingKey BOOT_NEXT = new SettingKey("boot-next");

    /** That the node's running system shall restart it, and how: a {@link RestartWay}. */
    public static final SettingKey RESTART = new SettingKey("restart");

    /** {@code yes} to have the boot loader load the node's system at once, where its method can do without Perceus OS. */
    public static final SettingKey DIRECT_START = new SettingKey("direct-start");

    /** What becomes of the boot order of UEFI firmware: {@code network}, or {@value #KEEP_ORDER}. */
    public static final SettingKey BOOT_ORDER = new SettingKey("boot-order");

    /** The {@link #BOOT_ORDER} of firmware that is left as it is. */
    public static final String KEEP_ORDER = "keep";

    /** The VLAN by whose tag the node is reached, where what boots it cannot tell. */
    public static final SettingKey BOOT_VLAN = new SettingKey("boot-vlan");

    /** DHCP options that the node is given beside its address. */
    public static final SettingKey DHCP_OPTIONS = new SettingKey("dhcp-options");

    /** {@code yes} to get a shell on the node's console when its boot fails. */
    public static final SettingKey DEBUG = new SettingKey("debug");

    /** After how many failed boots in a row the node waits for an administrator: 1 to {@value #MOST_RETRIES}. */
    public static final SettingKey RETRIES = new SettingKey("retries");

    /** When an administrator last let the node try again; boots that began before do not count. */
    public static final SettingKey RETRY_SINCE = new SettingKey("retry-since");

    /** As many boots of a node as are counted. */
    public static final int MOST_RETRIES = 9;

    /** What a machine has to show so that it is given what its node gets: {@code auto}, or {@value #PROOF_BY_KEY}. */
    public static final SettingKey PROOF = new SettingKey("proof");

    /** The {@link #PROOF} of a node that waits unless its machine shows the key that it is tied to. */
    public static final String PROOF_BY_KEY = "key";

    /** Fingerprint of the key that a node is tied to. */
    public static final SettingKey KEY = new SettingKey("key");

    /** Until when the node may be tied to another key, by the next machine that shows its claim with one. */
    public static final SettingKey ARMED = new SettingKey("armed");

    /** What commands and boots set, and nobody by hand. */
    public static final Set<SettingKey> KEPT = Set.of(RETRY_SINCE, KEY, ARMED);

    /**
     * What is done once, whereupon the node's own setting of that name is removed. From a group or the site it could not be
     * removed and would be done at every boot, so there it is of no effect.
     */
    public static final Set<SettingKey> ONCE = Set.of(BOOT_NEXT, RESTART, new SettingKey("reinstall"));

    private NodeSettings() {}

    /** The value of a setting that holds for a node. */
    public static Optional<String> of(Node node, RegistrySnapshot registry, SettingKey key) {
        return ONCE.contains(key) ? Optional.ofNullable(node.settings().get(key)) : registry.setting(node, key);
    }

    /** The VLAN that is set for a node. */
    public static Optional<VlanId> bootVlan(Node node, RegistrySnapshot registry) {
        return of(node, registry, BOOT_VLAN).flatMap(VlanId::find);
    }

    /** After how many failed boots in a row a node waits; empty for never. */
    public static OptionalInt retries(Node node, RegistrySnapshot registry) {
        return of(node, registry, RETRIES)
                .filter(NodeSettings::isRetries)
                .map(value -> OptionalInt.of(Integer.parseInt(value)))
                .orElse(OptionalInt.empty());
    }

    /** Whether a value of {@link #RETRIES} is one. */
    public static boolean isRetries(String value) {
        return value.matches("[1-" + MOST_RETRIES + "]");
    }

    /** The changes that let a node try again from a moment on. */
    public static Map<SettingKey, Optional<String>> retry(Instant now) {
        return Map.of(
                RETRY_SINCE, Optional.of(now.truncatedTo(ChronoUnit.MILLIS).toString()));
    }

    /** When an administrator last let a node try again. */
    public static Optional<Instant> retrySince(Node node) {
        return instant(node, RETRY_SINCE);
    }

    /** The changes that let a node be tied to another key until a moment. */
    public static Map<SettingKey, Optional<String>> arm(Instant until) {
        return Map.of(ARMED, Optional.of(until.truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    /** Until when a node may be tied to another key. */
    public static Optional<Instant> armedUntil(Node node) {
        return instant(node, ARMED);
    }

    private static Optional<Instant> instant(Node node, SettingKey key) {
        try {
            return Optional.ofNullable(node.settings().get(key)).map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The names in a list such as that of {@link #MODULES}, each once. */
    public static List<String> names(String list) {
        return Arrays.stream(list.split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
