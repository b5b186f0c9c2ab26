package org.perceus.boot.internal.ndp;

import java.util.Arrays;
import org.perceus.fuzz.Promise;

/** An ICMPv6 message to all routers. */
public final class NdpFuzz {
    private static final int UNIT = 8;

    private NdpFuzz() {}

    /** One message. */
    public static void fuzzerTestOneInput(byte[] message) {
        if (RouterMessages.isSolicitation(message)) {
            Promise.kept(message.length >= UNIT && message.length % UNIT == 0, "options are whole");
            byte[] longer = Arrays.copyOf(message, message.length + UNIT);
            Promise.kept(!RouterMessages.isSolicitation(longer), "an option without a length is refused");
            longer[message.length + 1] = 1;
            Promise.kept(RouterMessages.isSolicitation(longer), "one more option changes nothing");
        }
        if (message.length == 2 * UNIT && RouterMessages.isLinkLocal(message)) {
            Promise.kept(message[0] == (byte) 0xfe, "link-local addresses begin with fe80::/10");
        }
    }
}
