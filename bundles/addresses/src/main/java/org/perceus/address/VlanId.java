package org.perceus.address;

import java.util.Optional;

/**
 * One of the networks that share a wire, by the tag of its frames (IEEE 802.1Q, 9.6). Immutable.
 *
 * @param number {@value #LOWEST} to {@value #HIGHEST}
 */
public record VlanId(int number) {
    /** The lowest: 0 tags no network. */
    public static final int LOWEST = 1;

    /** The highest: 4095 is reserved. */
    public static final int HIGHEST = 4094;

    /** @throws IllegalArgumentException when the number is out of its range */
    public VlanId {
        if (number < LOWEST || number > HIGHEST) {
            throw new IllegalArgumentException(
                    "a VLAN has a number from " + LOWEST + " to " + HIGHEST + ", which " + number + " is not");
        }
    }

    /** What a text says, in decimal without leading zeros; empty when that is no VLAN. */
    public static Optional<VlanId> find(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("[1-9][0-9]{0,3}"))
                .map(Integer::valueOf)
                .filter(number -> number <= HIGHEST)
                .map(VlanId::new);
    }

    @Override
    public String toString() {
        return String.valueOf(number);
    }
}
