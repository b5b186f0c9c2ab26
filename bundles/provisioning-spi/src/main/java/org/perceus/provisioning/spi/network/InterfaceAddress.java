package org.perceus.provisioning.spi.network;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of an interface, or the rule by which each node of a group has one of its own.
 *
 * @param base IPv4 in dotted decimal: the address, or where those of the nodes begin
 * @param prefixLength of its network, 1 to 32
 * @param follows what of a node is added to the base
 */
public record InterfaceAddress(String base, int prefixLength, Follows follows) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** What an address follows. */
    public enum Follows {
        /** Nothing: the base is the address. */
        NOTHING,
        /** The last bits of the node's boot address, as many as the network has for its hosts. */
        HOST,
        /** The leftmost digits of the node's name. */
        NUMBER
    }

    /**
     * The address that a node has by it, in dotted decimal; empty when what it follows is not there or leaves the network, or
     * when the result stands for the network itself or for all of it.
     *
     * @param name the node's host name
     * @param bootAddress the node's address on the provisioning network, in dotted decimal
     */
    public Optional<String> of(String name, Optional<String> bootAddress) {
        Ipv4 start = Ipv4.read(base).orElseThrow();
        Optional<Integer> added =
                switch (follows) {
                    case NOTHING -> Optional.of(0);
                    case HOST -> bootAddress.flatMap(Ipv4::read).map(boot -> boot.host(prefixLength));
                    case NUMBER -> number(name);
                };
        // a sum beyond the last address begins again at the first, and is in no network that a base may be of
        return added.map(number -> new Ipv4(start.bits() + number))
                .filter(address -> address.isIn(start, prefixLength) && !address.isReservedIn(prefixLength))
                .map(Ipv4::toString);
    }

    /**
     * Whether each node of a boot network has one of its own by it, as far as the host part of this one's address goes: where the
     * boot network has room for more hosts, an address of it may not fit.
     *
     * @param bootPrefixLength of the provisioning network, 1 to 32
     */
    public boolean fits(String bootAddress, int bootPrefixLength) {
        return follows != Follows.HOST
                || Ipv4.read(bootAddress)
                        .filter(boot ->
                                boot.host(bootPrefixLength) == (boot.host(bootPrefixLength) & ~Ipv4.mask(prefixLength)))
                        .isPresent();
    }

    /** Whether an address, IPv4 in dotted decimal, is in the network of this one. */
    public boolean reaches(String address) {
        return Ipv4.read(address)
                .filter(other -> other.isIn(Ipv4.read(base).orElseThrow(), prefixLength))
                .isPresent();
    }

    private static Optional<Integer> number(String name) {
        Matcher digits = DIGITS.matcher(name);
        return Optional.of(digits)
                .filter(Matcher::find)
                .map(Matcher::group)
                .filter(found -> found.length() <= 9)
                .map(Integer::valueOf);
    }

    @Override
    public String toString() {
        String rule = follows == Follows.NOTHING ? "" : "+" + follows.name().toLowerCase(Locale.ROOT);
        return base + "/" + prefixLength + rule;
    }
}
