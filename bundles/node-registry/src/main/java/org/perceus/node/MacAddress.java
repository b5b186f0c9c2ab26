package org.perceus.node;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The boot MAC that identifies a node. Immutable; ordered by value.
 *
 * @param value the 48 bits, the first octet highest
 */
public record MacAddress(long value) implements Comparable<MacAddress> {
    private static final Pattern FORM = Pattern.compile(
            "[0-9a-f]{12}|[0-9a-f]{2}([:-])[0-9a-f]{2}(\\1[0-9a-f]{2}){4}|([0-9a-f]{4}\\.){2}[0-9a-f]{4}");
    private static final long MULTICAST_BIT = 1L << 40;

    /** @throws IllegalArgumentException when the value is no unicast Ethernet address */
    public MacAddress {
        if (!isCard(value)) {
            throw new IllegalArgumentException(
                    String.format("'%012x' is not the MAC address of one network card", value));
        }
    }

    /** Reads one of what a machine says; empty when it is none. */
    public static Optional<MacAddress> find(String text) {
        String lower = text.trim().toLowerCase(Locale.ROOT);
        return FORM.matcher(lower).matches() ? find(number(lower)) : Optional.empty();
    }

    /** The MAC address that a number is; empty when it is none of one network card, as of what came from a network. */
    public static Optional<MacAddress> find(long value) {
        return isCard(value) ? Optional.of(new MacAddress(value)) : Optional.empty();
    }

    private static boolean isCard(long value) {
        return value > 0 && value >>> 48 == 0 && (value & MULTICAST_BIT) == 0;
    }

    /**
     * Reads a MAC address in any of the usual forms: with colons, hyphens, Cisco's dots, or bare.
     *
     * @throws IllegalArgumentException with a sentence for the administrator when it is none
     */
    public static MacAddress parse(String text) {
        String lower = text.trim().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(lower).matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is not a MAC address: write six pairs of hexadecimal digits, as in 52:54:00:12:34:56");
        }
        return new MacAddress(number(lower));
    }

    private static long number(String lower) {
        return Long.parseLong(lower.replaceAll("[^0-9a-f]", ""), 16);
    }

    @Override
    public int compareTo(MacAddress other) {
        return Long.compare(value, other.value);
    }

    /** Lower case with colons. */
    @Override
    public String toString() {
        return String.format("%012x", value).replaceAll("(..)(?!$)", "$1:");
    }
}
