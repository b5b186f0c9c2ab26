package org.perceus.address;

/**
 * An IPv4 subnet. Immutable.
 *
 * @param base its lowest address
 * @param prefixLength length of its prefix, 8 to 30
 */
public record Subnet(Ipv4Address base, int prefixLength) {
    /** @throws IllegalArgumentException when the length is out of range or the base has bits beyond it */
    public Subnet {
        if (prefixLength < 8 || prefixLength > 30) {
            throw new IllegalArgumentException("/" + prefixLength + " is not the size of a subnet: use /8 to /30");
        }
        if ((base.bits() & ~mask(prefixLength)) != 0) {
            throw new IllegalArgumentException(base + "/" + prefixLength + " is not a subnet: its base is "
                    + new Ipv4Address(base.bits() & mask(prefixLength)));
        }
    }

    /**
     * Reads {@code 10.10.0.0/24}.
     *
     * @throws IllegalArgumentException with a sentence for the administrator when it is no subnet
     */
    public static Subnet parse(String text) {
        String[] parts = text.trim().split("/", -1);
        if (parts.length != 2 || !parts[1].matches("\\d{1,2}")) {
            throw new IllegalArgumentException("'" + text + "' is not a subnet: write it as in 10.10.0.0/24");
        }
        return new Subnet(Ipv4Address.parse(parts[0]), Integer.parseInt(parts[1]));
    }

    /** Whether the address lies in the subnet, its lowest and highest included. */
    public boolean contains(Ipv4Address address) {
        return (address.bits() & mask(prefixLength)) == base.bits();
    }

    /** Whether a host can have the address: it lies in the subnet and is neither its lowest nor its highest. */
    public boolean hasHost(Ipv4Address address) {
        return contains(address) && !address.equals(base) && !address.equals(broadcast());
    }

    /** The highest address. */
    public Ipv4Address broadcast() {
        return new Ipv4Address(base.bits() | ~mask(prefixLength));
    }

    private static int mask(int prefixLength) {
        return Ipv4Address.mask(prefixLength).bits();
    }

    /** As in {@code 10.10.0.0/24}. */
    @Override
    public String toString() {
        return base + "/" + prefixLength;
    }
}
