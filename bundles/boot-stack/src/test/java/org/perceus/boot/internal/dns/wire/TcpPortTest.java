package org.perceus.boot.internal.dns.wire;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.perceus.boot.internal.dns.limit.LimitWatch;
import org.perceus.boot.internal.net.Counters;

/** Clients that connect and do not go on, by a clock that the test moves. Each message is answered by a large one. */
public class TcpPortTest {
    private static final byte[] LARGE = new byte[60_000];
    private static final ByteBuffer QUESTION = ByteBuffer.wrap(new byte[] {0, 2, 1, 2});

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger received = new AtomicInteger();
    private ServerSocketChannel listener;
    private Loop loop;
    private SocketChannel client;

    @Before
    public void start() throws IOException {
        listener = ServerSocketChannel.open(StandardProtocolFamily.INET)
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        loop = new Loop("tcp-of-test", now::get);
        LimitWatch limits = new LimitWatch("dns", new Counters().scope("dns"));
        TcpPort port = new TcpPort(
                loop,
                listener,
                (message, from) -> {
                    received.incrementAndGet();
                    from.answer(LARGE);
                },
                limits,
                now::get);
        loop.start(port::tick, port::isIdle, port::end);
        client = SocketChannel.open();
        client.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
        client.connect(listener.getLocalAddress());
    }

    @After
    public void stop() throws IOException {
        client.close();
        loop.close();
        listener.close();
    }

    /** One question with its answer, after which the server knows the client. */
    private void ask() throws IOException {
        client.write(QUESTION.duplicate());
        ByteBuffer answer = ByteBuffer.allocate(2 + LARGE.length);
        while (answer.hasRemaining()) {
            assertTrue(client.read(answer) > 0);
        }
        assertEquals((short) LARGE.length, answer.getShort(0));
    }

    /** Lets six seconds pass again and again, and sends an octet each time if there are any, until the connection is ended. */
    private void waitForTheEnd(ByteBuffer octets) throws Exception {
        client.configureBlocking(false);
        ByteBuffer nothing = ByteBuffer.allocate(1);
        while (client.read(nothing) == 0) {
            now.addAndGet(TimeUnit.SECONDS.toNanos(6));
            Thread.sleep(150);
            if (octets.hasRemaining()) {
                client.write(ByteBuffer.wrap(new byte[] {octets.get()}));
            }
        }
        assertEquals(0, nothing.position());
    }

    @Test(timeout = 60_000)
    public void whoAsksNothingIsCutOff() throws Exception {
        ask();
        waitForTheEnd(ByteBuffer.allocate(0));
    }

    @Test(timeout = 60_000)
    public void whoSendsOneOctetNowAndThenIsCutOffToo() throws Exception {
        ask();
        client.write(ByteBuffer.wrap(new byte[] {2, 0}));
        ByteBuffer octets = ByteBuffer.allocate(500);
        try {
            waitForTheEnd(octets);
        } catch (IOException reset) {
            // the server has ended it with an octet unread
        }
        assertTrue("long before the question was whole", octets.position() < 100);
    }

    @Test(timeout = 60_000)
    public void whoTakesNoAnswersIsNotReadFurther() throws Exception {
        client.configureBlocking(false);
        int asked = 0;
        for (int idle = 0; idle < 20; idle++) {
            while (client.write(QUESTION.duplicate()) > 0) {
                asked++;
                idle = 0;
            }
            Thread.sleep(20);
        }
        assertTrue(received + " of " + asked, received.get() < asked / 2);
    }
}
