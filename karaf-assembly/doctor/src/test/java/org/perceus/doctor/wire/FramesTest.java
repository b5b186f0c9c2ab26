package org.perceus.doctor.wire;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.junit.Test;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.address.Mac;

public class FramesTest {
    private static final Mac CARD = new Mac("02:00:00:00:00:01");

    @Test
    public void aProbeNamesNoSender() {
        byte[] frame = ArpFrame.probe(CARD, Ipv4.parse("10.10.0.7"));
        assertEquals(42, frame.length);
        assertArrayEquals(new byte[4], Arrays.copyOfRange(frame, 28, 32));
        assertArrayEquals(new byte[] {10, 10, 0, 7}, Arrays.copyOfRange(frame, 38, 42));
        assertEquals("a question is no answer", Optional.empty(), ArpFrame.read(frame));
    }

    @Test
    public void readsAnAnswer() {
        byte[] frame = ArpFrame.probe(CARD, Ipv4.NONE);
        frame[21] = 2;
        ByteBuffer.wrap(frame).put(28, new byte[] {10, 10, 0, 7});
        ArpFrame.Answer answer = ArpFrame.read(frame).orElseThrow();
        assertEquals(Ipv4.parse("10.10.0.7"), answer.address());
        assertEquals(CARD, answer.owner());
        assertEquals(Optional.empty(), ArpFrame.read(Arrays.copyOf(frame, 41)));
    }

    @Test
    public void readsADatagram() {
        ByteBuffer frame = ByteBuffer.allocate(14 + 24 + 8 + 3);
        frame.put(6, CARD.octets()).put(14, (byte) 0x46).put(26, new byte[] {10, 10, 0, 2});
        frame.putShort(14 + 24 + 4, (short) 11).put(14 + 24 + 8, new byte[] {1, 2, 3});
        UdpDatagram datagram =
                UdpDatagram.read(new PacketSocket.Frame(frame.array(), true)).orElseThrow();
        assertEquals(Ipv4.parse("10.10.0.2"), datagram.sender());
        assertEquals(CARD, datagram.card());
        assertArrayEquals("an IP header may have options", new byte[] {1, 2, 3}, datagram.data());
        assertEquals(
                Optional.empty(), UdpDatagram.read(new PacketSocket.Frame(Arrays.copyOf(frame.array(), 48), true)));
        assertEquals(Optional.empty(), UdpDatagram.read(new PacketSocket.Frame(new byte[20], true)));
    }
}
