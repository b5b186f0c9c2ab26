package org.perceus.doctor.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.address.Mac;

/**
 * What a DHCP server offered (RFC 2131 section 2). Immutable.
 *
 * @param server who offers, by option 54 or by the packet's sender
 * @param card the server's, or that of the relay by which it came
 * @param own whether it came from this machine
 * @param address what the client may have; {@link Ipv4#NONE} from one that only says what to boot, a proxy
 * @param next where the boot program is; {@link Ipv4#NONE} when that is not said
 * @param file the boot program; empty when none is said
 */
public record DhcpOffer(Ipv4 server, Mac card, boolean own, Ipv4 address, Ipv4 next, String file) {
    static final int MAGIC = 0x63825363;
    private static final int HEADER = 240;
    private static final int OFFER = 2;

    /** Whether it has no address to give, but only says what to boot. */
    public boolean isProxy() {
        return address.equals(Ipv4.NONE);
    }

    /** Whether it says what to boot. Some servers name themselves as next server to everybody, which alone says nothing. */
    public boolean boots() {
        return !file.isEmpty() || !next.equals(Ipv4.NONE) && !next.equals(server);
    }

    /** Of two offers of one server to different clients, that which says what to boot; this one where both do or none. */
    public DhcpOffer orBooting(DhcpOffer other) {
        return boots() || !other.boots() ? this : other;
    }

    /**
     * Reads a message.
     *
     * @return empty when it is no offer that answers the question
     */
    static Optional<DhcpOffer> read(UdpDatagram datagram, DhcpDiscover question) {
        byte[] message = datagram.data();
        ByteBuffer fields = ByteBuffer.wrap(message);
        if (message.length < HEADER
                || message[0] != 2
                || fields.getInt(4) != question.transaction()
                || !Mac.of(message, 28).equals(question.mac())
                || fields.getInt(HEADER - 4) != MAGIC) {
            return Optional.empty();
        }
        byte[][] options = options(message);
        if (options[53].length != 1 || options[53][0] != OFFER) {
            return Optional.empty();
        }
        return Optional.of(new DhcpOffer(
                options[54].length == 4 ? Ipv4.of(options[54]) : datagram.sender(),
                datagram.card(),
                datagram.own(),
                Ipv4.of(Arrays.copyOfRange(message, 16, 20)),
                Ipv4.of(Arrays.copyOfRange(message, 20, 24)),
                options[67].length > 0 ? text(options[67]) : text(Arrays.copyOfRange(message, 108, 236))));
    }

    private static byte[][] options(byte[] message) {
        byte[][] options = new byte[256][0];
        int at = HEADER;
        while (at + 1 < message.length && (message[at] & 0xff) != 255) {
            if (message[at] == 0) {
                at++;
                continue;
            }
            int length = message[at + 1] & 0xff;
            options[message[at] & 0xff] =
                    Arrays.copyOfRange(message, at + 2, Math.min(message.length, at + 2 + length));
            at += 2 + length;
        }
        return options;
    }

    /** What can be shown of it: it may be anybody's. */
    private static String text(byte[] octets) {
        int length = 0;
        while (length < octets.length && octets[length] != 0) {
            length++;
        }
        return new String(octets, 0, length, StandardCharsets.US_ASCII).replaceAll("[^\\x21-\\x7e]", "?");
    }
}
