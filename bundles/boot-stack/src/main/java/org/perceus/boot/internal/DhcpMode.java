package org.perceus.boot.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.perceus.boot.DhcpRole;

/** Who gives addresses on an interface, and who says what to boot. */
enum DhcpMode {
    /** This server does both. */
    FULL(Optional.of(DhcpRole.SERVER)),
    /** Another one gives addresses, and this one says what to boot. */
    PROXY(Optional.of(DhcpRole.PROXY)),
    /** Another one does both, and sends machines here for their files. */
    EXTERNAL(Optional.empty());

    private final Optional<DhcpRole> role;

    DhcpMode(Optional<DhcpRole> role) {
        this.role = role;
    }

    /** What this server is to those who ask by DHCP; empty when it does not hear them. */
    Optional<DhcpRole> role() {
        return role;
    }

    /** @throws IllegalArgumentException with a sentence for whoever wrote the configuration */
    static DhcpMode parse(String text) {
        return switch (text.trim().toLowerCase(Locale.ROOT)) {
            case "full", "true" -> FULL;
            case "proxy" -> PROXY;
            case "external", "false" -> EXTERNAL;
            default -> throw new IllegalArgumentException("dhcp must be one of " + names() + ", not '" + text + "'");
        };
    }

    private static String names() {
        return Arrays.stream(values())
                .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
