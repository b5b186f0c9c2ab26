package org.perceus.simulator.dhcp;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.perceus.simulator.io.EventLoop;

/**
 * The socket by which all nodes speak DHCP. Machines without an address ask by broadcast and say that they can only be reached by
 * one, so that one socket hears the answers for all; or they ask through a relay, which is this program then. Belongs to the
 * loop's thread, but for the thread that receives.
 */
public final class DhcpPort implements AutoCloseable {
    private static final int SERVER = 67;
    private static final int CLIENT = 68;
    private static final int RECEIVE_ROOM = 4 << 20;
    private static final int LARGEST = 2048;

    private final EventLoop loop;
    private final DatagramChannel channel;
    private final Way way;
    private final Map<Exchange, Consumer<DhcpReply>> exchanges = new HashMap<>();
    private final ByteBuffer outgoing = ByteBuffer.allocateDirect(1024);

    private record Exchange(Mac mac, int transaction) {}

    private record Way(
            InetSocketAddress local, InetSocketAddress server, Optional<Inet4Address> relay, int delayMillis) {}

    private DhcpPort(EventLoop loop, DatagramChannel channel, Way way) {
        this.loop = loop;
        this.channel = channel;
        this.way = way;
    }

    /**
     * Machines on the same network as the server.
     *
     * @param delayMillis how long each packet is under way
     */
    public static DhcpPort broadcasting(EventLoop loop, int delayMillis) throws IOException {
        InetAddress everyone = InetAddress.getByAddress(new byte[] {-1, -1, -1, -1});
        return open(
                loop,
                new Way(
                        new InetSocketAddress(CLIENT),
                        new InetSocketAddress(everyone, SERVER),
                        Optional.empty(),
                        delayMillis));
    }

    /**
     * Machines behind a relay.
     *
     * @param relay its address on the network of the machines, which this host must have
     * @param delayMillis how long each packet is under way
     */
    public static DhcpPort relaying(EventLoop loop, Inet4Address relay, Inet4Address server, int delayMillis)
            throws IOException {
        return open(
                loop,
                new Way(
                        new InetSocketAddress(relay, SERVER),
                        new InetSocketAddress(server, SERVER),
                        Optional.of(relay),
                        delayMillis));
    }

    private static DhcpPort open(EventLoop loop, Way way) throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_ROOM);
        channel.bind(way.local());
        DhcpPort port = new DhcpPort(loop, channel, way);
        Thread thread = new Thread(port::receive, "dhcp");
        thread.setDaemon(true);
        thread.start();
        return port;
    }

    Optional<Inet4Address> relay() {
        return way.relay();
    }

    void send(DhcpRequest request) {
        later(() -> transmit(request));
    }

    private void later(Runnable arrival) {
        if (way.delayMillis() == 0) {
            arrival.run();
        } else {
            loop.after(way.delayMillis(), arrival);
        }
    }

    private void transmit(DhcpRequest request) {
        request.write(outgoing);
        try {
            channel.send(outgoing, way.server());
        } catch (IOException e) {
            throw new DhcpUnreachableException(way.server(), e);
        }
    }

    void listen(Mac mac, int transaction, Consumer<DhcpReply> exchange) {
        exchanges.put(new Exchange(mac, transaction), exchange);
    }

    void forget(Mac mac, int transaction) {
        exchanges.remove(new Exchange(mac, transaction));
    }

    private void deliver(DhcpReply reply) {
        exchanges
                .getOrDefault(new Exchange(reply.mac(), reply.transaction()), other -> {})
                .accept(reply);
    }

    /** In a thread of its own: real machines have a buffer each, and all of these have one together. */
    private void receive() {
        ByteBuffer packet = ByteBuffer.allocateDirect(LARGEST);
        try {
            while (true) {
                channel.receive(packet.clear());
                DhcpReply.read(packet.flip()).ifPresent(reply -> loop.execute(() -> later(() -> deliver(reply))));
            }
        } catch (ClosedChannelException e) {
            // the simulation is over
        } catch (IOException e) {
            loop.execute(() -> {
                throw new DhcpUnreachableException(way.server(), e);
            });
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
