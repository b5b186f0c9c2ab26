package org.perceus.node.internal.journal;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeState;
import org.perceus.node.NodeStatus;

public class SilenceTest {
    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    private final Silence silence =
            new Silence(new JournalLimits(10, Duration.ofSeconds(180), Duration.ofSeconds(600)), START);

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

    private void assertSilentAfter(int seconds, NodeState state) {
        Boot boot = boot(state);
        assertEquals(
                state,
                status(boot, Optional.empty(), START.plusSeconds(seconds)).state());
        NodeStatus silent = status(boot, Optional.empty(), START.plusSeconds(seconds + 1));
        assertEquals(state + " for " + seconds, NodeState.SILENT, silent.state());
        assertEquals(
                Optional.of("not heard of since 2026-11-01T12:00:00Z, when it was " + state + ": step"),
                silent.reason());
    }

    private void assertNeverSilent(NodeState state) {
        assertEquals(
                state,
                status(boot(state), Optional.empty(), START.plus(Duration.ofDays(30)))
                        .state());
    }

    private NodeStatus status(Boot boot, Optional<Instant> contact, Instant now) {
        return silence.status(Optional.of(boot), contact, now);
    }

    private static Boot boot(NodeState state) {
        return new Boot(new BootId(new MacAddress(2), 1), List.of(event(START, state)), Optional.empty());
    }

    private static BootEvent event(Instant at, NodeState state) {
        return new BootEvent(at, state, "step", Optional.empty());
    }
}
