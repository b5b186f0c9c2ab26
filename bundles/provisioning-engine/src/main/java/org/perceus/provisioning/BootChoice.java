package org.perceus.provisioning;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;

/** What a node does when it boots from the network: the values of its settings {@code boot} and {@code boot-next}. */
public enum BootChoice {
    /** It gets its capsule. */
    PROVISION,
    /** It gets its address and nothing to boot, so that its firmware goes on to the next device, its disk. */
    DISK,
    /** It gets a shell of Perceus OS on its console, and nothing on its disks is touched. */
    RESCUE,
    /** It gets a program that tests its memory, until somebody restarts it. */
    MEMTEST,
    /** It is disabled: it waits in Perceus OS. */
    NONE;

    /** What holds for a node; {@link #PROVISION} when nothing else is set. */
    public static BootChoice of(Node node, RegistrySnapshot registry) {
        return registry.setting(node, NodeSettings.BOOT)
                .flatMap(BootChoice::parse)
                .orElse(PROVISION);
    }

    /** What a node has been told for its next boot alone. */
    public static Optional<BootChoice> next(Node node) {
        return Optional.ofNullable(node.settings().get(NodeSettings.BOOT_NEXT)).flatMap(BootChoice::parse);
    }

    /** What the next boot of a node is for. */
    public static BootChoice ofNextBoot(Node node, RegistrySnapshot registry) {
        return next(node).orElseGet(() -> of(node, registry));
    }

    /** Whether it is done by what the firmware starts, so that nobody gets there from Perceus OS. */
    public boolean isOfFirmware() {
        return this == DISK || this == MEMTEST;
    }

    /** The choice that a value of the setting is. */
    public static Optional<BootChoice> parse(String value) {
        return Stream.of(values())
                .filter(choice -> choice.toString().equals(value))
                .findFirst();
    }

    /** The value of the setting. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
