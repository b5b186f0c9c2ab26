package org.perceus.boot.internal.dhcp;

import java.nio.ByteBuffer;

/** The user class option (77), which some clients fill as RFC 3004 says and others with the bare text. */
final class UserClass {
    private UserClass() {}

    static boolean names(DhcpOptions options, String wanted) {
        Octets name = Octets.ascii(wanted);
        return options.get(OptionCode.USER_CLASS)
                .map(value -> value.equals(name) || lists(value.buffer(), name))
                .orElse(false);
    }

    private static boolean lists(ByteBuffer classes, Octets name) {
        while (classes.hasRemaining()) {
            int length = classes.get() & 0xff;
            if (length > classes.remaining()) {
                return false;
            }
            if (Octets.from(classes, length).equals(name)) {
                return true;
            }
        }
        return false;
    }
}
