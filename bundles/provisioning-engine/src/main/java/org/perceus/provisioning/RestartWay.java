package org.perceus.provisioning;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.perceus.node.Node;

/** How the system that runs on a node shall restart it: the values of the setting {@code restart}. */
public enum RestartWay {
    /** By the firmware, as when somebody presses the button. */
    FIRMWARE,
    /** Into Perceus OS at once, without the firmware and what it takes to find the server. */
    KEXEC;

    /** What a node has been told. */
    public static Optional<RestartWay> told(Node node) {
        return Optional.ofNullable(node.settings().get(NodeSettings.RESTART)).flatMap(RestartWay::parse);
    }

    /** The way that a value of the setting is. */
    public static Optional<RestartWay> parse(String value) {
        return Stream.of(values()).filter(way -> way.toString().equals(value)).findFirst();
    }

    /** The value of the setting. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
