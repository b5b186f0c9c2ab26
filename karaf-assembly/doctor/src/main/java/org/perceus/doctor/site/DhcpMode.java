package org.perceus.doctor.site;

import java.util.Locale;

/** Who gives addresses on an interface, and who says what to boot. */
public enum DhcpMode {
    /** This server does both. */
    FULL,
    /** Another one gives addresses, and this one says what to boot. */
    PROXY,
    /** Another one does both, and sends machines here for their files. */
    EXTERNAL;

    /** Whether this server hears who asks by DHCP. */
    public boolean answers() {
        return this != EXTERNAL;
    }

    /** Whether this server gives addresses. */
    public boolean givesAddresses() {
        return this == FULL;
    }

    /** As in {@code dhcp = proxy}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException with a sentence for whoever wrote the configuration */
    static DhcpMode parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "full", "true" -> FULL;
            case "proxy" -> PROXY;
            case "external", "false" -> EXTERNAL;
            default ->
                throw new IllegalArgumentException(
                        "dhcp must be one of full, proxy, external, not '" + text.strip() + "'");
        };
    }
}
