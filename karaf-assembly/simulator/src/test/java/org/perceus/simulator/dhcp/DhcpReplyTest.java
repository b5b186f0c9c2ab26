package org.perceus.simulator.dhcp;

import static org.junit.Assert.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.Test;

public class DhcpReplyTest {
    private final ByteBuffer packet = ByteBuffer.allocate(600);

    private DhcpReply read(byte[]... options) {
        packet.put(0, (byte) 2)
                .putInt(4, 77)
                .putInt(28, 0x52540000)
                .put(33, (byte) 5)
                .putInt(16, 0x0a180007)
                .putInt(236, 0x63825363);
        packet.position(240);
        for (byte[] option : options) {
            packet.put(option);
        }
        packet.put((byte) 255);
        return DhcpReply.read(packet.flip()).orElseThrow();
    }

    @Test
    public void readsAnOffer() {
        DhcpReply reply =
                read(new byte[] {53, 1, 2}, new byte[] {0, 54, 4, 10, 16, 0, 1}, new byte[] {67, 3, 'a', 'b', 0});
        assertEquals("52:54:00:00:00:05", reply.mac().toString());
        assertEquals(77, reply.transaction());
        assertEquals(DhcpReply.OFFER, reply.type());
        assertEquals("10.24.0.7", reply.address().getHostAddress());
        assertEquals("10.16.0.1", reply.server().getHostAddress());
        assertEquals("ab", reply.file());
    }

    @Test
    public void theFileMayStandInTheHeader() {
        packet.put(108, "undionly.kpxe".getBytes(StandardCharsets.US_ASCII));
        assertEquals("undionly.kpxe", read(new byte[] {53, 1, 5}).file());
    }

    @Test
    public void whatIsNoReplyIsPassedOver() {
        assertEquals(Optional.empty(), DhcpReply.read(ByteBuffer.allocate(239)));
        assertEquals(Optional.empty(), DhcpReply.read(ByteBuffer.allocate(300)));
        packet.put(0, (byte) 2).putInt(236, 0x63825363);
        packet.position(240).put(new byte[] {53, 100, 1});
        assertEquals("an option that is longer than the packet", Optional.empty(), DhcpReply.read(packet.flip()));
    }
}
