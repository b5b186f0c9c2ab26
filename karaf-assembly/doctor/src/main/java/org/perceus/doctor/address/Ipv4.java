package org.perceus.doctor.address;

/**
 * An IPv4 address.
 *
 * @param number its 32 bits, 0 to 4294967295
 */
public record Ipv4(long number) implements Comparable<Ipv4> {
    /** Nobody's: what a machine without an address has. */
    public static final Ipv4 NONE = new Ipv4(0);

    /** @throws IllegalArgumentException with a sentence when a text is no address */
    public static Ipv4 parse(String text) {
        if (!text.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            throw new IllegalArgumentException("'" + text + "' is no IPv4 address");
        }
        long number = 0;
        for (String part : text.split("\\.")) {
            if (Integer.parseInt(part) > 255) {
                throw new IllegalArgumentException("'" + text + "' is no IPv4 address");
            }
            number = number << 8 | Integer.parseInt(part);
        }
        return new Ipv4(number);
    }

    /** Four octets in the order of the network. */
    public static Ipv4 of(byte[] octets) {
        long number = 0;
        for (byte octet : octets) {
            number = number << 8 | octet & 0xff;
        }
        return new Ipv4(number);
    }

    /** In the order of the network. */
    public byte[] octets() {
        return new byte[] {(byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    }

    @Override
    public int compareTo(Ipv4 other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return (number >> 24) + "." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }
}
