package org.perceus.boot.internal.net;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Receivers that fail. */
public class PacketLoopTest {
    private final BlockingQueue<Byte> received = new LinkedBlockingQueue<>();
    private DatagramChannel server;
    private DatagramChannel client;
    private PacketLoop loop;

    @Before
    public void start() throws IOException {
        server = DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        client = DatagramChannel.open().connect(server.getLocalAddress());
        loop = new PacketLoop("test-packets", server, this::receive);
    }

    @After
    public void stop() throws IOException {
        loop.close();
        client.close();
    }

    private void receive(ByteBuffer packet, InetSocketAddress sender) {
        byte kind = packet.get();
        received.add(kind);
        switch (kind) {
            case 1 -> throw new IllegalStateException("expected by this test");
            case 2 -> throw new NoClassDefFoundError("expected by this test");
            case 3 -> throw new StackOverflowError("expected by this test");
            case 4 -> throw new OutOfMemoryError("expected by this test");
            default -> {}
        }
    }

    private void send(int kind) throws Exception {
        client.write(ByteBuffer.wrap(new byte[] {(byte) kind}));
        assertEquals(Byte.valueOf((byte) kind), received.poll(20, TimeUnit.SECONDS));
    }

    @Test
    public void outlivesWhatAPacketBreaks() throws Exception {
        for (int kind : new int[] {1, 2, 3, 0}) {
            send(kind);
        }
        assertTrue(loop.isAlive());
    }

    @Test
    public void saysThatItIsDead() throws Exception {
        send(4);
        for (int i = 0; i < 1000 && loop.isAlive(); i++) {
            Thread.sleep(20);
        }
        assertFalse(loop.isAlive());
    }
}
