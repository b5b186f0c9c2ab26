package org.perceus.boot.internal.net;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

/** Sockets on the loopback device; that other devices are not heard is tested with real ones, in a namespace. */
public class LinuxDeviceSocketsTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private static final int BUFFER = 1 << 20;

    private final DeviceSockets sockets = new LinuxDeviceSockets();

    @Test
    public void opensDeepSocketsThatMayBroadcast() throws IOException {
        try (DatagramChannel channel = sockets.datagram("lo", ANY_PORT, 32 << 20)) {
            assertTrue(channel.getOption(StandardSocketOptions.SO_BROADCAST));
            assertTrue(channel.getOption(StandardSocketOptions.SO_RCVBUF) >= 32 << 20);
        }
    }

    @Test
    public void saysThatThereIsNoSuchDevice() {
        IOException refused =
                assertThrows(SocketRefusedException.class, () -> sockets.datagram("bs-none", ANY_PORT, BUFFER));
        assertEquals("there is no network device bs-none", refused.getMessage());
        assertThrows(SocketRefusedException.class, () -> sockets.listener("bs-none", ANY_PORT, 1));
    }

    @Test
    public void saysThatAPortIsTaken() throws IOException {
        try (DatagramChannel first = sockets.datagram("lo", ANY_PORT, BUFFER)) {
            InetSocketAddress taken = (InetSocketAddress) first.getLocalAddress();
            IOException refused =
                    assertThrows(SocketRefusedException.class, () -> sockets.datagram("lo", taken, BUFFER));
            assertTrue(
                    refused.getMessage(),
                    refused.getMessage()
                            .startsWith("port " + taken.getPort() + " of 127.0.0.1 on lo cannot be opened"));
        }
    }

    @Test
    public void aLoopHandsPacketsOnAndOutlivesAFailure() throws Exception {
        DatagramChannel channel = sockets.datagram("lo", ANY_PORT, BUFFER);
        LinkedBlockingQueue<Integer> received = new LinkedBlockingQueue<>();
        PacketLoop loop = new PacketLoop("test-loop", channel, (packet, sender) -> {
            received.add(packet.remaining());
            throw new IllegalStateException("expected by this test");
        });
        try (DatagramChannel client = DatagramChannel.open()) {
            client.send(ByteBuffer.allocate(3), channel.getLocalAddress());
            client.send(ByteBuffer.allocate(7), channel.getLocalAddress());
            assertEquals(Integer.valueOf(3), received.poll(5, TimeUnit.SECONDS));
            assertEquals(Integer.valueOf(7), received.poll(5, TimeUnit.SECONDS));
        } finally {
            loop.close();
        }
        assertTrue("closed with the loop", !channel.isOpen());
    }

    @Test
    public void countersAreSortedByName() {
        Counters counters = new Counters();
        counters.scope("tftp.eth1").count("requests");
        counters.scope("dhcp.eth1").count("offers");
        counters.scope("dhcp.eth1").count("offers");
        assertEquals(
                "{dhcp.eth1.offers=2, tftp.eth1.requests=1}",
                counters.counters().toString());
    }
}
