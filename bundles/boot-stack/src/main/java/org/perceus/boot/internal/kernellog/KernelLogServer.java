package org.perceus.boot.internal.kernellog;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.perceus.address.IpAddress;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.KernelLog;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.LiveServer;
import org.perceus.boot.internal.net.PacketLoop;

/** Hands what kernels say to whoever listens; answers nothing. */
public final class KernelLogServer implements LiveServer {
    private final Supplier<Optional<KernelLog>> listener;
    private final Counters.Scope counters;
    private final PacketLoop loop;

    /**
     * Starts the thread.
     *
     * @param name of the thread
     * @param channel a socket, closed with this
     * @param listener who hears the lines at this moment
     * @throws IOException when the system has no selector to give
     */
    public KernelLogServer(
            String name, DatagramChannel channel, Supplier<Optional<KernelLog>> listener, Counters.Scope counters)
            throws IOException {
        this.listener = listener;
        this.counters = counters;
        this.loop = new PacketLoop(name, channel, this::received);
    }

    private void received(ByteBuffer datagram, InetSocketAddress source) {
        counters.count("received");
        List<String> lines = NetconsolePacket.lines(datagram);
        Optional<KernelLog> now = listener.get();
        if (lines.isEmpty() || !(IpAddress.of(source.getAddress()) instanceof Ipv4Address address)) {
            counters.count("malformed");
        } else if (now.isEmpty()) {
            counters.count("ignored");
        } else {
            now.get().heard(address, lines);
        }
    }

    @Override
    public boolean isAlive() {
        return loop.isAlive();
    }

    @Override
    public void close() {
        loop.close();
    }
}
