package org.perceus.boot.internal.dhcp;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Gathers options from the areas of a message, in the order in which RFC 3396 section 5 joins them. What is broken ends the
 * area in which it stands; what stands before it counts.
 */
final class OptionParser {
    static final int OVERLOAD_FILE = 1;
    static final int OVERLOAD_SERVER_NAME = 2;

    private final DhcpOptions.Builder options = DhcpOptions.builder();
    private int overload;
    private Optional<String> damage = Optional.empty();

    /**
     * Reads one area. It ends at the end option or where its octets end: clients exist that leave the end option out.
     */
    void read(ByteBuffer area) {
        while (area.hasRemaining()) {
            int code = area.get() & 0xff;
            if (code == OptionCode.END || code != OptionCode.PAD && !readValue(new OptionCode(code), area)) {
                return;
            }
        }
    }

    private boolean readValue(OptionCode code, ByteBuffer area) {
        if (!area.hasRemaining()) {
            return damaged("option " + code.value() + " has no length");
        }
        int length = area.get() & 0xff;
        if (length > area.remaining()) {
            return damaged("option " + code.value() + " is longer than the message");
        }
        Octets value = Octets.from(area, length);
        if (code.equals(OptionCode.OVERLOAD)) {
            readOverload(value);
        } else {
            options.append(code, value);
        }
        return true;
    }

    private boolean damaged(String what) {
        damage = damage.or(() -> Optional.of(what));
        return false;
    }

    private void readOverload(Octets value) {
        if (value.length() != 1 || value.at(0) < 1 || value.at(0) > 3 || overload != 0) {
            damaged("option overload (52) says " + value);
            return;
        }
        overload = value.at(0);
    }

    /** Which other areas hold options: RFC 2132 section 9.3. */
    int overload() {
        return overload;
    }

    /** What was broken first. */
    Optional<String> damage() {
        return damage;
    }

    DhcpOptions options() {
        return options.build();
    }
}
