package org.perceus.boot.internal.dns.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.internal.dns.limit.Limit;
import org.perceus.boot.internal.dns.limit.LimitWatch;
import org.perceus.boot.internal.dns.message.Client;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's TCP port (RFC 7766), and the connections to it: few, and none for long. */
public final class TcpPort implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(TcpPort.class);
    private static final int MOST = 256;
    private static final int MOST_OF_CLIENT = 8;

    /** RFC 7766 section 6.2.3: a few seconds. */
    private static final long IDLE = TimeUnit.SECONDS.toNanos(10);

    private final Loop loop;
    private final ServerSocketChannel listener;
    private final BiConsumer<byte[], Client> receiver;
    private final LimitWatch limits;
    private final LongSupplier nanoTime;
    private final SelectionKey key;
    private final Set<TcpClient> clients = new HashSet<>();

    /**
     * Begins to listen.
     *
     * @param listener closed by whoever opened it
     */
    public TcpPort(
            Loop loop,
            ServerSocketChannel listener,
            BiConsumer<byte[], Client> receiver,
            LimitWatch limits,
            LongSupplier nanoTime)
            throws IOException {
        this.loop = loop;
        this.listener = listener;
        this.receiver = receiver;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.key = loop.register(listener, SelectionKey.OP_ACCEPT, this);
    }

    @Override
    public void ready() throws IOException {
        SocketChannel accepted = listener.accept();
        if (accepted == null) {
            return;
        }
        try {
            welcome(accepted);
        } catch (IOException e) {
            LOG.debug("A client has left at once", e);
            accepted.close();
        }
    }

    private void welcome(SocketChannel accepted) throws IOException {
        Ipv4Address address = Ipv4Address.of(
                ((InetSocketAddress) accepted.getRemoteAddress()).getAddress().getAddress());
        Optional<Limit> full = full(address);
        if (full.isPresent()) {
            limits.reached(full.get(), address);
            accepted.close();
        } else {
            clients.add(new TcpClient(loop, accepted, address, receiver, nanoTime, clients::remove));
        }
    }

    private Optional<Limit> full(Ipv4Address address) {
        if (clients.size() >= MOST) {
            return Optional.of(Limit.CONNECTIONS);
        }
        long same = clients.stream()
                .filter(client -> client.address().equals(address))
                .count();
        return same >= MOST_OF_CLIENT ? Optional.of(Limit.CONNECTIONS_OF_CLIENT) : Optional.empty();
    }

    /** Whether nobody is connected. */
    public boolean isIdle() {
        return clients.isEmpty();
    }

    /** Ends connections on which nothing was asked for long. To be called again and again. */
    public void tick() {
        long now = nanoTime.getAsLong();
        List.copyOf(clients).stream()
                .filter(client -> now - client.active() >= IDLE)
                .forEach(TcpClient::failed);
    }

    /** Ends all connections. */
    public void end() {
        List.copyOf(clients).forEach(TcpClient::failed);
    }

    @Override
    public void failed() {
        loop.rest(key);
    }
}
