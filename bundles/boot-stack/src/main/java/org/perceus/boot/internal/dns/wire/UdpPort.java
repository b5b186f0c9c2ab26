package org.perceus.boot.internal.dns.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.function.BiConsumer;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.internal.dns.message.Client;
import org.perceus.boot.internal.net.Counters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's UDP port. */
public final class UdpPort implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(UdpPort.class);
    private static final int MOST_AT_ONCE = 64;
    private static final int ROOM = 4096;

    private final DatagramChannel channel;
    private final BiConsumer<byte[], Client> receiver;
    private final Counters.Scope counters;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(ROOM);
    private final Loop loop;
    private final SelectionKey key;

    /**
     * Begins to listen.
     *
     * @param channel an IPv4 socket, closed by whoever opened it
     */
    public UdpPort(Loop loop, DatagramChannel channel, BiConsumer<byte[], Client> receiver, Counters.Scope counters)
            throws IOException {
        this.channel = channel;
        this.receiver = receiver;
        this.counters = counters;
        this.loop = loop;
        this.key = loop.register(channel, SelectionKey.OP_READ, this);
    }

    @Override
    public void ready() throws IOException {
        for (int i = 0; i < MOST_AT_ONCE && receive(); i++) {
            // the other sockets have their turn after so many
        }
    }

    private boolean receive() throws IOException {
        InetSocketAddress sender = (InetSocketAddress) channel.receive(buffer.clear());
        if (sender == null) {
            return false;
        }
        byte[] message = new byte[buffer.flip().remaining()];
        buffer.get(message);
        receiver.accept(message, new Sender(sender));
        return true;
    }

    @Override
    public void failed() {
        loop.rest(key);
    }

    private final class Sender implements Client {
        private final InetSocketAddress socket;

        private Sender(InetSocketAddress socket) {
            this.socket = socket;
        }

        @Override
        public Ipv4Address address() {
            return Ipv4Address.of(socket.getAddress().getAddress());
        }

        @Override
        public boolean stream() {
            return false;
        }

        @Override
        public void answer(byte[] message) {
            try {
                if (channel.send(ByteBuffer.wrap(message), socket) == 0) {
                    counters.count("unsent");
                }
            } catch (IOException e) {
                counters.count("unsent");
                LOG.debug("No answer to {}", socket, e);
            }
        }
    }
}
