package org.perceus.doctor.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.address.Mac;

/** Questions for the owner of an address, and their answers (RFC 826, RFC 5227). */
final class ArpFrame {
    private static final int LENGTH = 42;

    private ArpFrame() {}

    /**
     * An answer.
     *
     * @param address whose owner answers
     */
    record Answer(Ipv4 address, Mac owner) {}

    /** A probe: it names no sender's address, so that nobody who hears it changes his table (RFC 5227 section 2.1.1). */
    static byte[] probe(Mac card, Ipv4 address) {
        byte[] broadcast = new byte[6];
        Arrays.fill(broadcast, (byte) 0xff);
        return ByteBuffer.allocate(LENGTH)
                .put(broadcast)
                .put(card.octets())
                .putShort((short) PacketSocket.ARP)
                .putShort((short) 1)
                .putShort((short) 0x0800)
                .put((byte) 6)
                .put((byte) 4)
                .putShort((short) 1)
                .put(card.octets())
                .putInt(0)
                .put(new byte[6])
                .put(address.octets())
                .array();
    }

    /** Empty when a frame is no answer. */
    static Optional<Answer> read(byte[] frame) {
        if (frame.length < LENGTH || ByteBuffer.wrap(frame).getShort(20) != 2) {
            return Optional.empty();
        }
        return Optional.of(new Answer(Ipv4.of(Arrays.copyOfRange(frame, 28, 32)), Mac.of(frame, 22)));
    }
}
