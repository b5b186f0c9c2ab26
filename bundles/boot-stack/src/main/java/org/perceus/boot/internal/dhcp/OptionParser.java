package org.perceus.boot.internal.dhcp;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Gathers options from the areas of a message, in the order in which RFC 3396 section 5 joins them. */
final class OptionParser {
    static final int OVERLOAD_FILE = 1;
    static final int OVERLOAD_SERVER_NAME = 2;

    private final DhcpOptions.Builder options = DhcpOptions.builder();
    private int overload;
    private Optional<String> fault = Optional.empty();

    /**
     * Reads one area. It ends at the end option or where its octets end: clients exist that leave the end option out.
     */
    void read(ByteBuffer area) {
        while (fault.isEmpty() && area.hasRemaining()) {
            int code = area.get() & 0xff;
            if (code == OptionCode.END) {
                return;
            }
            if (code != OptionCode.PAD) {
                readValue(new OptionCode(code), area);
            }
        }
    }

    private void readValue(OptionCode code, ByteBuffer area) {
        if (!area.hasRemaining()) {
            fault = Optional.of("option " + code.value() + " has no length");
            return;
        }
        int length = area.get() & 0xff;
        if (length > area.remaining()) {
            fault = Optional.of("option " + code.value() + " is longer than the message");
            return;
        }
        Octets value = Octets.from(area, length);
        if (code.equals(OptionCode.OVERLOAD)) {
            readOverload(value);
        } else {
            options.append(code, value);
        }
    }

    private void readOverload(Octets value) {
        if (value.length() != 1 || value.at(0) < 1 || value.at(0) > 3 || overload != 0) {
            fault = Optional.of("option overload (52) says " + value);
            return;
        }
        overload = value.at(0);
    }

    /** Which other areas hold options: RFC 2132 section 9.3. */
    int overload() {
        return overload;
    }

    Optional<String> fault() {
        return fault;
    }

    DhcpOptions options() {
        return options.build();
    }
}
