package org.perceus.provisioning.internal.judge;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.module.testing.FakeClock;
import org.perceus.node.BootId;
import org.perceus.node.NodeState;
import org.perceus.provisioning.internal.FakeJournal;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.boot.BootTracker;

public class KernelLinesTest {
    private final FakeJournal journal = new FakeJournal();
    private final BootTracker tracker = new BootTracker(journal, new FakeClock());
    private final FakeRegistry registry = new FakeRegistry().with(Samples.node());

    @Test
    public void onlyNodesThatStartAreHeard() {
        KernelLines lines = new KernelLines(registry, journal, 1 << 20);
        BootId boot = new BootId(Samples.MAC, 1);
        lines.heard(Samples.ADDRESS, List.of("never booted"));
        journal.prove(boot);
        tracker.record(boot, NodeState.PROVISIONING, "fetch", "");
        lines.heard(Samples.ADDRESS, List.of("too early"));
        assertEquals(Optional.empty(), lines.telling(boot));
        tracker.record(boot, NodeState.STARTING, "start", "");
        lines.heard(Ipv4Address.parse("10.10.0.7"), List.of("of nobody"));
        lines.heard(Samples.ADDRESS, List.of("heard"));
        assertEquals(Optional.of("heard"), lines.telling(boot));
        tracker.record(boot, NodeState.READY, "ready", "");
        lines.heard(Samples.ADDRESS, List.of("too late"));
        assertEquals(Optional.of("heard"), lines.telling(boot));
    }

    @Test
    public void theLinesAreBoundedByBootAndInAll() {
        KernelLines lines = new KernelLines(registry, journal, 6_000);
        BootId first = starting(1);
        lines.heard(Samples.ADDRESS, List.of("Kernel panic - not syncing"));
        assertEquals(Optional.of("Kernel panic - not syncing"), lines.telling(first));
        for (int i = 0; i < 20; i++) {
            lines.heard(Samples.ADDRESS, List.of("line " + i));
        }
        assertEquals("the newest of its lines", Optional.of("line 19"), lines.telling(first));
        lines.heard(Samples.ADDRESS, List.of("x".repeat(8_000)));
        assertEquals(4_096, lines.telling(first).orElseThrow().length());
        BootId second = starting(2);
        lines.heard(Samples.ADDRESS, List.of("y".repeat(3_000)));
        assertEquals("gave way", Optional.empty(), lines.telling(first));
        assertEquals(3_000, lines.telling(second).orElseThrow().length());
    }

    @Test
    public void theLineThatSaysMostIsChosen() {
        assertEquals(
                Optional.of("Out of memory: Killed process 1"),
                KnownLine.telling(List.of("Out of memory: Killed process 1", "Kernel panic - not syncing", "end")));
        assertEquals(Optional.of("b"), KnownLine.telling(List.of("a", "b")));
        assertEquals(Optional.empty(), KnownLine.telling(List.of()));
    }

    private BootId starting(long started) {
        BootId boot = new BootId(Samples.MAC, started);
        tracker.record(boot, NodeState.STARTING, "start", "");
        journal.prove(boot);
        return boot;
    }
}
