package org.perceus.boot.internal.dns.wire;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.internal.dns.message.Client;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client that is connected. */
final class TcpClient implements Client, Handler {
    private static final Logger LOG = LoggerFactory.getLogger(TcpClient.class);
    private static final int LARGEST_QUERY = 4096;

    private final SocketChannel channel;
    private final Ipv4Address address;
    private final LongSupplier nanoTime;
    private final Consumer<TcpClient> ended;
    private final MessageStream messages;
    private long active;

    TcpClient(
            Loop loop,
            SocketChannel channel,
            Ipv4Address address,
            BiConsumer<byte[], Client> receiver,
            LongSupplier nanoTime,
            Consumer<TcpClient> ended)
            throws IOException {
        this.channel = channel;
        this.address = address;
        this.nanoTime = nanoTime;
        this.ended = ended;
        this.active = nanoTime.getAsLong();
        SelectionKey key = loop.register(channel, SelectionKey.OP_READ, this);
        this.messages = new MessageStream(channel, key, LARGEST_QUERY, message -> {
            active = nanoTime.getAsLong();
            receiver.accept(message, this);
        });
    }

    /** When it last asked something, or took an answer whole. */
    long active() {
        return active;
    }

    @Override
    public Ipv4Address address() {
        return address;
    }

    @Override
    public boolean stream() {
        return true;
    }

    @Override
    public void answer(byte[] message) {
        if (!channel.isOpen()) {
            return;
        }
        try {
            messages.send(message);
            if (messages.isSent()) {
                active = nanoTime.getAsLong();
            }
        } catch (IOException e) {
            LOG.debug("No answer to {}", address, e);
            failed();
        }
    }

    @Override
    public void ready() throws IOException {
        messages.ready();
    }

    @Override
    public void failed() {
        ended.accept(this);
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("A connection did not close", e);
        }
    }
}
