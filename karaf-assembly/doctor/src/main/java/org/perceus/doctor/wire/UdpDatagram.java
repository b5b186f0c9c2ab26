package org.perceus.doctor.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.address.Mac;

/**
 * What a datagram of UDP over IPv4 carries (RFC 768, RFC 791).
 *
 * @param own whether this machine sent it
 * @param card who put it on this wire: the sender or the last router
 */
record UdpDatagram(Mac card, boolean own, Ipv4 sender, byte[] data) {
    private static final int ETHERNET = 14;
    private static final int UDP_HEADER = 8;
    private static final int IP_HEADER = 20;

    /** Takes it out of an Ethernet frame that is known to carry one; empty when it is cut off. */
    static Optional<UdpDatagram> read(PacketSocket.Frame heard) {
        byte[] frame = heard.octets();
        if (frame.length < ETHERNET + IP_HEADER + UDP_HEADER) {
            return Optional.empty();
        }
        int udp = ETHERNET + (frame[ETHERNET] & 0x0f) * 4;
        if (udp + UDP_HEADER > frame.length) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(frame).getShort(udp + 4) & 0xffff;
        if (length < UDP_HEADER || udp + length > frame.length) {
            return Optional.empty();
        }
        return Optional.of(new UdpDatagram(
                Mac.of(frame, 6),
                heard.own(),
                Ipv4.of(Arrays.copyOfRange(frame, ETHERNET + 12, ETHERNET + 16)),
                Arrays.copyOfRange(frame, udp + UDP_HEADER, udp + length)));
    }
}
