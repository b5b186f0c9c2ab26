package org.perceus.boot.internal.dns.wire;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.perceus.boot.internal.dns.forward.Line;
import org.perceus.boot.internal.dns.forward.Resolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line by TCP: a connection for one question. */
final class StreamLine implements Line, Handler {
    private static final Logger LOG = LoggerFactory.getLogger(StreamLine.class);
    private static final int LARGEST_ANSWER = 65535;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final byte[] question;
    private final Ear ear;
    private final MessageStream messages;

    private StreamLine(Loop loop, SocketChannel channel, byte[] question, Ear ear) throws IOException {
        this.channel = channel;
        this.question = question;
        this.ear = ear;
        this.key = loop.register(channel, SelectionKey.OP_CONNECT, this);
        this.messages = new MessageStream(channel, key, LARGEST_ANSWER, ear::heard);
    }

    static Line open(Loop loop, Resolver resolver, byte[] question, Ear ear) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            StreamLine line = new StreamLine(loop, channel, question, ear);
            if (channel.connect(resolver.socket())) {
                line.messages.send(question);
            }
            return line;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void ready() throws IOException {
        if (key.isConnectable()) {
            channel.finishConnect();
            messages.send(question);
        } else {
            messages.ready();
        }
    }

    @Override
    public void failed() {
        close();
        ear.failed();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("A connection did not close", e);
        }
    }
}
