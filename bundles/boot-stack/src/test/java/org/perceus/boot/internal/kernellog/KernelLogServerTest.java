package org.perceus.boot.internal.kernellog;

import static org.junit.Assert.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.perceus.boot.KernelLog;
import org.perceus.boot.internal.net.Counters;

public class KernelLogServerTest {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Counters counters = new Counters();
    private volatile Optional<KernelLog> listener = Optional.empty();

    @Test
    public void whoListensHearsTheLinesAndTheirSender() throws Exception {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        DatagramChannel channel = DatagramChannel.open().bind(any);
        SocketAddress server = channel.getLocalAddress();
        KernelLogServer log = new KernelLogServer("test-kernel-log", channel, () -> listener, counters.scope("log"));
        try (DatagramChannel client = DatagramChannel.open()) {
            client.send(packet("nobody listens"), server);
            while (!counters.counters().containsKey("log.ignored")) {
                Thread.onSpinWait();
            }
            listener = Optional.of((source, lines) -> heard.add(source + " " + lines));
            client.send(packet("\n"), server);
            client.send(packet("1,2,3,-;BUG: unable to handle\n"), server);
            assertEquals("127.0.0.1 [BUG: unable to handle]", heard.poll(10, TimeUnit.SECONDS));
        } finally {
            log.close();
        }
        assertEquals(Map.of("log.received", 3L, "log.ignored", 1L, "log.malformed", 1L), counters.counters());
    }

    private static ByteBuffer packet(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
