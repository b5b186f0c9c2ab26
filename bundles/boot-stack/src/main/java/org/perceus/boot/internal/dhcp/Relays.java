package org.perceus.boot.internal.dhcp;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.perceus.address.Ipv4Address;

/**
 * Which relay agents are believed. Immutable.
 *
 * @param known by the addresses that they send from; empty for all
 */
public record Relays(Optional<Set<Ipv4Address>> known) {
    private static final String ANY = "any";

    /** Copies the set. */
    public Relays {
        known = known.map(Set::copyOf);
    }

    /**
     * Reads addresses that are separated by commas, or {@value #ANY}.
     *
     * @throws IllegalArgumentException with a sentence for whoever wrote it
     */
    public static Relays parse(String text) {
        String words = text.trim();
        if (words.equals(ANY)) {
            return new Relays(Optional.empty());
        }
        return new Relays(Optional.of(Stream.of(words.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .map(Relays::address)
                .collect(Collectors.toUnmodifiableSet())));
    }

    private static Ipv4Address address(String word) {
        try {
            return Ipv4Address.parse(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "relays must be IPv4 addresses, separated by commas, or " + ANY + ", not '" + word + "'", e);
        }
    }

    boolean has(Ipv4Address relay) {
        return known.map(some -> some.contains(relay)).orElse(true);
    }
}
