package org.perceus.boot;

import java.util.Arrays;
import java.util.HexFormat;

/** An option that the site gives its DHCP clients (RFC 2132 section 2). Immutable. */
public final class DhcpOption {
    private final int code;
    private final byte[] value;
    private final boolean unasked;

    /**
     * An option.
     *
     * @param code 1 to 254
     * @param value its octets, of any number (RFC 3396)
     * @param unasked whether a client gets it that does not ask for it
     * @throws IllegalArgumentException when the code is none
     */
    public DhcpOption(int code, byte[] value, boolean unasked) {
        if (code < 1 || code > 254) {
            throw new IllegalArgumentException(code + " is not the code of an option: use 1 to 254");
        }
        this.code = code;
        this.value = value.clone();
        this.unasked = unasked;
    }

    /** Its code, 1 to 254. */
    public int code() {
        return code;
    }

    /** A copy of its octets. */
    public byte[] value() {
        return value.clone();
    }

    /** Whether a client gets it that does not ask for it. */
    public boolean isUnasked() {
        return unasked;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DhcpOption option
                && code == option.code
                && unasked == option.unasked
                && Arrays.equals(value, option.value);
    }

    @Override
    public int hashCode() {
        return 31 * code + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return code + (unasked ? "!=" : "=") + HexFormat.of().formatHex(value);
    }
}
