package org.perceus.boot.internal.dhcp;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HardwareAddress;
import org.perceus.boot.internal.net.Counters;

/** Where the answers go to a client that does not hear broadcasts. */
public class DirectRepliesTest {
    private static final InetSocketAddress EVERYONE = Ipv4Address.EVERYONE.at(68);
    private static final InetSocketAddress CLIENT = Policies.address("10.0.0.9").at(68);
    private static final String MAC = "52:54:00:00:00:05";

    private final Counters counters = new Counters();
    private final List<InetSocketAddress> sent = new ArrayList<>();
    private final List<String> introduced = new ArrayList<>();
    private final Dialogue dialogue = Dialogue.of(Policies.SERVER);
    private boolean anothers;
    private boolean forbidden;

    private final DhcpExchange exchange = new DhcpExchange(
            dialogue.replies(),
            () -> Optional.of(client -> CompletableFuture.completedFuture(Policies.serve("10.0.0.9"))),
            new InFlight(100, Policies.PATIENCE, () -> 0L),
            (packet, to) -> sent.add(to),
            this::introduce,
            counters.scope("dhcp"));

    private boolean introduce(Ipv4Address address, HardwareAddress machine) throws IOException {
        if (forbidden) {
            throw new IOException("the kernel does not permit it");
        }
        introduced.add(address + " " + machine);
        return !anothers;
    }

    /** What is sent for a packet. */
    private List<InetSocketAddress> answers(Packet packet) {
        sent.clear();
        exchange.received(ByteBuffer.wrap(packet.ended()), dialogue.classifier());
        return List.copyOf(sent);
    }

    private static Packet request() {
        return Packet.of(Packet.REQUEST).option(50, 10, 0, 0, 9).option(54, 10, 0, 0, 1);
    }

    @Test
    public void whoAsksOnceIsAnsweredByBroadcast() {
        assertEquals(List.of(EVERYONE), answers(Packet.of(Packet.DISCOVER)));
        assertEquals(List.of(EVERYONE), answers(request()));
        assertEquals(List.of(EVERYONE), answers(Packet.of(Packet.DISCOVER).at(4, 1, 2, 3, 4)));
        assertTrue(introduced.isEmpty());
    }

    @Test
    public void whoAsksAgainIsAnsweredAloneToo() {
        answers(Packet.of(Packet.DISCOVER));
        assertEquals(List.of(EVERYONE, CLIENT), answers(Packet.of(Packet.DISCOVER)));
        assertEquals("what follows need not be asked twice", List.of(EVERYONE, CLIENT), answers(request()));
        assertEquals(List.of("10.0.0.9 " + MAC, "10.0.0.9 " + MAC), introduced);
        assertEquals(Long.valueOf(2), counters.counters().get("dhcp.unicasts"));
    }

    @Test
    public void whoAsksForBroadcastsGetsNothingElse() {
        for (int round = 0; round < 3; round++) {
            assertEquals(List.of(EVERYONE), answers(Packet.of(Packet.DISCOVER).flags(DhcpMessage.BROADCAST)));
        }
    }

    @Test
    public void relaysAndClientsWithAnAddressAreAnsweredWhereTheyAre() {
        for (int round = 0; round < 3; round++) {
            assertEquals(
                    1, answers(Packet.of(Packet.DISCOVER).giaddr(10, 0, 0, 200)).size());
            assertEquals(List.of(CLIENT), answers(Packet.of(Packet.REQUEST).ciaddr(10, 0, 0, 9)));
        }
        assertTrue(introduced.isEmpty());
    }

    @Test
    public void aRefusalIsForWhoeverHearsIt() {
        Packet foreign = Packet.of(Packet.REQUEST).option(50, 10, 0, 0, 77);
        answers(foreign);
        assertEquals(List.of(EVERYONE), answers(Packet.of(Packet.REQUEST).option(50, 10, 0, 0, 77)));
        assertTrue(introduced.isEmpty());
    }

    @Test
    public void anAddressThatAnotherMachineProvedToHaveStaysWithIt() {
        anothers = true;
        answers(Packet.of(Packet.DISCOVER));
        assertEquals(List.of(EVERYONE), answers(Packet.of(Packet.DISCOVER)));
    }

    @Test
    public void whereTheKernelTakesNoEntriesTheBroadcastRemains() {
        forbidden = true;
        answers(Packet.of(Packet.DISCOVER));
        assertEquals(List.of(EVERYONE), answers(Packet.of(Packet.DISCOVER)));
    }
}
