package org.perceus.simulator.http;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.perceus.simulator.io.EventLoop;
import org.perceus.simulator.io.Timer;

/**
 * A node's connection to the server: asks one thing after the other, and connects again when the server has closed it. Belongs to
 * the loop's thread.
 */
public final class HttpConnection {
    private static final long STILL_MILLIS = 60_000;
    private static final int READS_AT_ONCE = 4;

    private interface Step {
        void run() throws IOException;
    }

    private final EventLoop loop;
    private final Inet4Address from;
    private final InetSocketAddress to;
    private final int connectSeconds;
    private SocketChannel channel;
    private SelectionKey key;
    private HttpRequest request;
    private ByteBuffer outgoing;
    private AnswerParser parser;
    private Consumer<HttpAnswer> then;
    private Timer timer;

    /**
     * Not connected yet.
     *
     * @param from the node's address
     * @param connectSeconds how long to wait for the server to accept it
     */
    public HttpConnection(EventLoop loop, Inet4Address from, InetSocketAddress to, int connectSeconds) {
        this.loop = loop;
        this.from = from;
        this.to = to;
        this.connectSeconds = connectSeconds;
    }

    /** Asks; tells later what came of it. */
    public void ask(HttpRequest asked, Consumer<HttpAnswer> whenAnswered) {
        request = asked;
        then = whenAnswered;
        outgoing = asked.bytes();
        parser = new AnswerParser(asked.keep());
        if (channel == null) {
            loop.sockets().take(this::open);
        } else {
            timer = loop.after(STILL_MILLIS, () -> stoodStill(0));
            begin(this::write);
        }
    }

    private void open() {
        if (then == null) {
            loop.sockets().giveBack();
            return;
        }
        timer = loop.after(1000L * connectSeconds, () -> stoodStill(0));
        begin(this::connect);
    }

    private void begin(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            broken(e);
        }
    }

    /** How many octets of the answer's body have come so far; empty when nothing is asked. */
    public OptionalLong octets() {
        return then == null ? OptionalLong.empty() : OptionalLong.of(parser.octets());
    }

    private void connect() throws IOException {
        try {
            channel = SocketChannel.open(StandardProtocolFamily.INET);
        } catch (IOException e) {
            loop.sockets().giveBack();
            throw e;
        }
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.bind(new InetSocketAddress(from, 0));
        key = loop.register(channel, SelectionKey.OP_CONNECT, ready -> ready());
        channel.connect(to);
    }

    private void ready() {
        try {
            if (key.isConnectable() && channel.finishConnect()) {
                timer.cancel();
                timer = loop.after(STILL_MILLIS, () -> stoodStill(0));
                write();
            } else if (key.isWritable()) {
                write();
            } else if (key.isReadable()) {
                read();
            }
        } catch (IOException e) {
            broken(e);
        }
    }

    private void write() throws IOException {
        channel.write(outgoing);
        key.interestOps(outgoing.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    private void read() throws IOException {
        for (int i = 0; i < READS_AT_ONCE; i++) {
            ByteBuffer buffer = loop.buffer();
            int count = channel.read(buffer);
            if (count > 0 && then != null) {
                parser.take(buffer.flip());
            }
            if (count < 0 || then == null || parser.whole()) {
                end(then == null ? null : parser.answer(), count >= 0 && then != null);
                return;
            }
            if (count < buffer.capacity()) {
                return;
            }
        }
    }

    private void stoodStill(long before) {
        if (!channel.isConnected()) {
            end(HttpAnswer.none("no connection in " + connectSeconds + " s"), false);
        } else if (parser.octets() == before) {
            end(HttpAnswer.none("the server said nothing for a minute"), false);
        } else {
            long now = parser.octets();
            timer = loop.after(STILL_MILLIS, () -> stoodStill(now));
        }
    }

    private void broken(IOException e) {
        end(HttpAnswer.none("the connection broke: " + e.getMessage()), false);
    }

    private void end(HttpAnswer answer, boolean open) {
        Consumer<HttpAnswer> told = then;
        then = null;
        timer.cancel();
        if (!open || !request.keepAlive() || parser.closes()) {
            close();
        }
        if (told != null) {
            told.accept(answer);
        }
    }

    /** Ends the connection; what was asked is not told any more. */
    public void close() {
        then = null;
        if (channel == null) {
            return;
        }
        timer.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            // what was of interest has been read
        }
        channel = null;
        loop.sockets().giveBack();
    }
}
