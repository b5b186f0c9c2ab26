package org.perceus.boot.internal.dhcp;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.perceus.boot.DhcpRole;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.LinuxDeviceSockets;

/** The server on the loopback device, where this test is the relay of all clients. */
public class DhcpServerTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private static final int BURST = 60;

    private final Counters counters = new Counters();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final CompletableFuture<Void> policyIsReady = new CompletableFuture<>();
    private DatagramSocket relay;
    private DhcpServer server;
    private InetSocketAddress address;

    @Before
    public void start() throws IOException {
        // A relay listens on the server's port, here on another address of the loopback device.
        DatagramChannel channel = new LinuxDeviceSockets().datagram("lo", new InetSocketAddress(LOOPBACK, 0), 1 << 20);
        address = (InetSocketAddress) channel.getLocalAddress();
        relay = new DatagramSocket(address.getPort(), InetAddress.getByName("127.0.0.2"));
        relay.setSoTimeout(20_000);
        server = new DhcpServer(
                "test-dhcp",
                channel,
                List.of(new ServerFacts(
                        Policies.address("127.0.0.1"),
                        URI.create("http://127.0.0.1:9870"),
                        DhcpRole.SERVER,
                        address.getPort())),
                Relays.parse("127.0.0.2"),
                (address, machine) -> false,
                () -> Optional.of(client -> policyIsReady.thenApply(
                        ready -> Policies.serve("10.0.0." + (client.mac().value() & 0xff)))),
                counters.scope("dhcp.lo"),
                scheduler);
    }

    @After
    public void stop() {
        server.close();
        relay.close();
        scheduler.shutdownNow();
    }

    private void send(Packet packet) throws IOException {
        byte[] bytes = packet.giaddr(127, 0, 0, 2).ended();
        relay.send(new DatagramPacket(bytes, bytes.length, address));
    }

    private DhcpMessage receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
        relay.receive(packet);
        return Captures.parse(Arrays.copyOf(packet.getData(), packet.getLength()));
    }

    @Test
    public void leasesAnAddressThroughARelay() throws IOException {
        policyIsReady.complete(null);
        send(Packet.of(Packet.DISCOVER));
        DhcpMessage offer = receive();
        assertEquals(Policies.address("10.0.0.5"), offer.yiaddr());
        send(Packet.of(Packet.REQUEST).option(54, 127, 0, 0, 1).option(50, 10, 0, 0, 5));
        assertEquals(Optional.of(MessageType.ACK), receive().options().messageType());
        assertEquals(Long.valueOf(1), counters.counters().get("dhcp.lo.acks"));
    }

    @Test
    public void answersABurstOnceThePolicyCan() throws IOException {
        // As many as a default receive buffer holds, since UDP drops what a busy reader leaves.
        for (int mac = 1; mac <= BURST; mac++) {
            send(Packet.of(Packet.DISCOVER).at(33, mac));
        }
        scheduler.schedule(() -> policyIsReady.complete(null), 200, TimeUnit.MILLISECONDS);
        Set<String> addresses = new HashSet<>();
        for (int i = 0; i < BURST; i++) {
            addresses.add(receive().yiaddr().toString());
        }
        assertEquals(BURST, addresses.size());
    }

    @Test
    public void goesOnAfterNonsense() throws IOException {
        policyIsReady.complete(null);
        relay.send(new DatagramPacket(new byte[0], 0, address));
        relay.send(new DatagramPacket(new byte[1400], 1400, address));
        send(Packet.of(Packet.DISCOVER));
        assertEquals(Optional.of(MessageType.OFFER), receive().options().messageType());
        assertEquals(Long.valueOf(2), counters.counters().get("dhcp.lo.malformed"));
    }

    @Test
    public void forgetsQuestionsThatStayOpen() throws Exception {
        send(Packet.of(Packet.DISCOVER));
        for (int i = 0; i < 100 && !counters.counters().containsKey("dhcp.lo.policy-timeouts"); i++) {
            Thread.sleep(50);
        }
        assertEquals(Long.valueOf(1), counters.counters().get("dhcp.lo.policy-timeouts"));
        policyIsReady.complete(null);
        assertFalse(counters.counters().containsKey("dhcp.lo.offers"));
    }
}
