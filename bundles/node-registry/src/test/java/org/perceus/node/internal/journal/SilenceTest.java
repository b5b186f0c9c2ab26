package org.perceus.node.internal.journal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.BootSummary;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeState;
import org.perceus.node.NodeStatus;

public class SilenceTest {
    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    private final Silence silence = new Silence(
            new JournalLimits(
                    10, Duration.ofDays(365), Duration.ofSeconds(180), Duration.ofSeconds(600), 5, Duration.ofHours(1)),
            START);

    @Test
    public void eachStateHasItsPatience() {
        assertSilentAfter(180, NodeState.READY);
        assertSilentAfter(180, NodeState.WAITING);
        assertSilentAfter(600, NodeState.BOOTING);
        assertSilentAfter(600, NodeState.PROVISIONING);
        assertSilentAfter(600, NodeState.STARTING);
        assertNeverSilent(NodeState.FAILED);
        assertNeverSilent(NodeState.DISCOVERED);
    }

    @Test
    public void aContactEndsSilence() {
        Boot boot = boot(NodeState.READY);
        Instant now = START.plusSeconds(1_000);
        assertEquals(NodeState.SILENT, status(boot, Optional.empty(), now).state());
        assertEquals(
                NodeState.SILENT,
                status(boot, Optional.of(START.plusSeconds(10)), now).state());
        NodeStatus heard = status(boot, Optional.of(START.plusSeconds(900)), now);
        assertEquals(NodeState.READY, heard.state());
        assertEquals(Optional.of(START.plusSeconds(900)), heard.lastContact());
        assertEquals(Optional.of(START), heard.since());
    }

    @Test
    public void timeBeforeTheServerStartedDoesNotCount() {
        Boot boot = new Boot(
                new BootId(new MacAddress(2), 1),
                List.of(event(START.minusSeconds(86_400), NodeState.READY)),
                Optional.empty());
        assertEquals(
                NodeState.READY,
                status(boot, Optional.empty(), START.plusSeconds(180)).state());
        NodeStatus silent = status(boot, Optional.empty(), START.plusSeconds(181));
        assertEquals(NodeState.SILENT, silent.state());
        assertEquals(Optional.of(START.plusSeconds(180)), silent.since());
        assertEquals(Optional.of(START.minusSeconds(86_400)), silent.lastContact());
    }

    @Test
    public void whatWasSilentBeforeIsSilentUntilItIsHeardOf() {
        Instant last = START.minusSeconds(500);
        Optional<BootSummary> boot = Optional.of(BootSummary.of(new Boot(
                new BootId(new MacAddress(2), 1),
                List.of(event(START.minusSeconds(86_400), NodeState.READY)),
                Optional.empty())));
        NodeStatus silent = silence.status(boot, Optional.empty(), Optional.of(last), START.plusSeconds(1));
        assertEquals(NodeState.SILENT, silent.state());
        assertEquals(Optional.of(last), silent.lastContact());
        NodeStatus heard = silence.status(boot, Optional.of(START), Optional.of(last), START.plusSeconds(1));
        assertEquals(NodeState.READY, heard.state());
    }

    @Test
    public void aStateLastsSinceItsFirstEvent() {
        List<BootEvent> events = new ArrayList<>();
        for (NodeState state : List.of(
                NodeState.WAITING, NodeState.BOOTING, NodeState.WAITING, NodeState.WAITING, NodeState.WAITING)) {
            events.add(event(START.plusSeconds(events.size()), state));
        }
        Boot boot = new Boot(new BootId(new MacAddress(2), 1), events, Optional.empty());
        assertEquals(
                Optional.of(START.plusSeconds(2)),
                status(boot, Optional.empty(), START.plusSeconds(9)).since());
    }

    @Test
    public void troubleIsTheReasonUntilTheNodeIsReady() {
        BootEvent entering = event(START, NodeState.STARTING);
        BootEvent trouble =
                new BootEvent(START.plusSeconds(5), NodeState.STARTING, BootEvent.TROUBLE, Optional.of("no address"));
        NodeStatus troubled = status(bootOf(entering, trouble), Optional.empty(), START.plusSeconds(6));
        assertEquals(NodeState.STARTING, troubled.state());
        assertEquals(Optional.of("no address"), troubled.reason());
        NodeStatus ready = status(
                bootOf(entering, trouble, event(START.plusSeconds(9), NodeState.READY)),
                Optional.empty(),
                START.plusSeconds(10));
        assertEquals(Optional.empty(), ready.reason());
    }

    @Test
    public void whatTheServerNoticedIsNoSignOfLife() {
        BootEvent noticed =
                new BootEvent(START.plusSeconds(60), NodeState.STARTING, BootEvent.NO_WORD, Optional.of("no word"));
        Boot boot = bootOf(event(START, NodeState.STARTING), noticed);
        assertEquals(
                Optional.of(START),
                status(boot, Optional.empty(), START.plusSeconds(61)).lastContact());
        NodeStatus silent = status(boot, Optional.empty(), START.plusSeconds(601));
        assertEquals(
                Optional.of("not heard of since 2026-11-01T12:00:00Z, when it was starting: no word"), silent.reason());
    }

    private static Boot bootOf(BootEvent... events) {
        return new Boot(new BootId(new MacAddress(2), START.toEpochMilli()), List.of(events), Optional.empty());
    }

    private void assertSilentAfter(int seconds, NodeState state) {
        Boot boot = boot(state);
        assertEquals(
                state,
                status(boot, Optional.empty(), START.plusSeconds(seconds)).state());
        NodeStatus silent = status(boot, Optional.empty(), START.plusSeconds(seconds + 1));
        assertEquals(state + " for " + seconds, NodeState.SILENT, silent.state());
        String reason = silent.reason().orElseThrow();
        assertTrue(reason, reason.startsWith("not heard of since 2026-11-01T12:00:00Z, when it was " + state + ": "));
        assertTrue("what to do: " + reason, reason.contains("look at its console"));
        assertEquals("what it was at: " + reason, state != NodeState.READY, reason.contains(": step; "));
    }

    private void assertNeverSilent(NodeState state) {
        assertEquals(
                state,
                status(boot(state), Optional.empty(), START.plus(Duration.ofDays(30)))
                        .state());
    }

    private NodeStatus status(Boot boot, Optional<Instant> contact, Instant now) {
        return silence.status(Optional.of(BootSummary.of(boot)), contact, Optional.empty(), now);
    }

    private static Boot boot(NodeState state) {
        return new Boot(new BootId(new MacAddress(2), 1), List.of(event(START, state)), Optional.empty());
    }

    private static BootEvent event(Instant at, NodeState state) {
        return new BootEvent(at, state, "step", Optional.empty());
    }
}
