package org.perceus.boot.internal.dhcp;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.BootClient;
import org.perceus.boot.BootPolicy;
import org.perceus.boot.BootProgram;
import org.perceus.boot.HardwareAddress;
import org.perceus.boot.internal.net.Counters;

/** The way from a datagram over a policy that takes its time. */
public class DhcpExchangeTest {
    private static final int MOST = 3;
    private static final Dialogue DIALOGUE = Dialogue.of(Policies.SERVER);

    private final Counters counters = new Counters();
    private final List<ByteBuffer> sent = new ArrayList<>();
    private final Deque<CompletableFuture<BootAnswer>> asked = new ArrayDeque<>();
    private Optional<BootPolicy> policy = Optional.of(this::ask);
    private long now;
    private boolean broken;

    private final DhcpExchange exchange = new DhcpExchange(
            DIALOGUE.replies(),
            () -> policy,
            new InFlight(MOST, Policies.PATIENCE, () -> now),
            (packet, to) -> send(packet),
            (address, machine) -> false,
            counters.scope("dhcp.eth1"));

    private void send(ByteBuffer packet) {
        if (broken) {
            throw new IllegalStateException("expected by this test");
        }
        sent.add(packet);
    }

    private CompletionStage<BootAnswer> ask(BootClient client) {
        CompletableFuture<BootAnswer> answer = new CompletableFuture<>();
        asked.add(answer);
        return answer;
    }

    private void discover(int mac, int xid) {
        receive(Packet.of(1).at(33, mac).at(4, 0, 0, 0, xid).ended());
    }

    private void receive(byte[] datagram) {
        exchange.received(ByteBuffer.wrap(datagram), DIALOGUE.classifier());
    }

    private Long count(String name) {
        return counters.counters().get("dhcp.eth1." + name);
    }

    @Test
    public void answersWhenThePolicyHas() {
        discover(1, 1);
        assertTrue(sent.isEmpty());
        asked.remove().complete(Policies.serve("10.0.0.9"));
        assertEquals(1, sent.size());
        assertEquals(Long.valueOf(1), count("offers"));
        assertEquals(Long.valueOf(1), count("received"));
    }

    @Test
    public void asksOnceForARepeatedRequest() {
        discover(1, 1);
        discover(1, 1);
        assertEquals(1, asked.size());
        assertEquals(Long.valueOf(1), count("duplicates"));
        asked.remove().complete(Policies.serve("10.0.0.9"));
        discover(1, 1);
        assertEquals("once answered, a repetition is a new query", 1, asked.size());
    }

    @Test
    public void tellsClientsAndAttemptsApart() {
        discover(1, 1);
        discover(1, 2);
        discover(2, 1);
        assertEquals(3, asked.size());
    }

    @Test
    public void refusesMoreThanItCanHold() {
        for (int mac = 1; mac <= MOST + 2; mac++) {
            discover(mac, 1);
        }
        assertEquals(MOST, asked.size());
        assertEquals(Long.valueOf(2), count("overload"));
        asked.remove().complete(new BootAnswer.Ignore("unknown"));
        discover(9, 1);
        assertEquals("there is room again", MOST, asked.size());
    }

    @Test
    public void givesUpAfterTwoSeconds() {
        discover(1, 1);
        now = TimeUnit.MILLISECONDS.toNanos(1999);
        exchange.sweep();
        assertNull(count("policy-timeouts"));
        now = TimeUnit.SECONDS.toNanos(2);
        exchange.sweep();
        assertEquals(Long.valueOf(1), count("policy-timeouts"));
        asked.remove().complete(Policies.serve("10.0.0.9"));
        assertTrue("a late answer is not sent", sent.isEmpty());
    }

    @Test
    public void countsAPolicyThatFails() {
        discover(1, 1);
        asked.remove().completeExceptionally(new IllegalStateException("expected by this test"));
        policy = Optional.of(client -> {
            throw new IllegalStateException("expected by this test");
        });
        discover(2, 1);
        assertEquals(Long.valueOf(2), count("policy-failed"));
        assertTrue(sent.isEmpty());
    }

    @Test
    public void countsAnAnswerThatFails() {
        broken = true;
        discover(1, 1);
        asked.remove().complete(Policies.serve("10.0.0.9"));
        assertEquals(Long.valueOf(1), count("answer-failed"));
        broken = false;
        discover(1, 2);
        asked.remove().complete(Policies.serve("10.0.0.9"));
        assertEquals(1, sent.size());
    }

    @Test
    public void answersNobodyWithoutAPolicy() {
        policy = Optional.empty();
        discover(1, 1);
        assertEquals(Long.valueOf(1), count("no-policy"));
    }

    @Test
    public void staysSilentForClientsThatThePolicyIgnores() {
        discover(1, 1);
        asked.remove().complete(new BootAnswer.Ignore("not ours"));
        assertEquals(Long.valueOf(1), count("ignored"));
        assertTrue(sent.isEmpty());
    }

    @Test
    public void givesAnAddressToWhoHasNothingToBootAndSaysSo() {
        discover(1, 1);
        asked.remove().complete(Policies.serve("10.0.0.9", new BootProgram.Missing("it is a teapot")));
        assertEquals(1, sent.size());
        assertEquals(Long.valueOf(1), count("bootless"));
        assertEquals(Long.valueOf(1), count("offers"));
    }

    @Test
    public void countsMalformedMessages() {
        receive(new byte[3]);
        assertEquals(Long.valueOf(1), count("malformed"));
    }

    @Test
    public void tellsThePolicyWhatClientsSayOfTheirAddresses() {
        List<String> told = new ArrayList<>();
        policy = Optional.of(new BootPolicy() {
            @Override
            public CompletionStage<BootAnswer> answer(BootClient client) {
                throw new AssertionError(client);
            }

            @Override
            public void declined(HardwareAddress mac, Ipv4Address address) {
                told.add("declined " + address);
            }

            @Override
            public void released(HardwareAddress mac, Ipv4Address address) {
                told.add("released " + address);
                throw new IllegalStateException("a fault");
            }
        });
        receive(Packet.of(7).ciaddr(10, 0, 0, 9).ended());
        receive(Packet.of(4).option(50, 10, 0, 0, 9).ended());
        assertEquals(List.of("released 10.0.0.9", "declined 10.0.0.9"), told);
        assertEquals(Long.valueOf(1), count("declines"));
        assertTrue(sent.isEmpty());
    }
}
