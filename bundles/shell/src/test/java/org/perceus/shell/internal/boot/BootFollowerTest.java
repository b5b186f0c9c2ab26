package org.perceus.shell.internal.boot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeState;
import org.perceus.shell.testing.FakeJournal;
import org.perceus.shell.testing.FakeSite;

public class BootFollowerTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Optional<Duration> SHORT = Optional.of(Duration.ofMillis(50));
    private static final Optional<Duration> LONG = Optional.of(Duration.ofSeconds(20));

    private static final Set<Thread.State> WAITS = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final FakeJournal journal = new FakeJournal();
    private final List<String> seen = new ArrayList<>();
    private final FollowView view = new FollowView() {
        @Override
        public void event(Boot boot, BootEvent event) {
            seen.add("event " + event.step());
        }

        @Override
        public void progress(Boot boot, BootEvent event) {
            seen.add("progress " + event.detail().orElse(""));
        }

        @Override
        public void ended(FollowedBoot boot) {
            seen.add(
                    boot.superseded()
                            ? "superseded"
                            : "ended " + boot.boot().last().state());
        }
    };

    @Test
    public void showsWhatHappenedBeforeAndGoesOn() throws InterruptedException {
        record(1, -5, NodeState.BOOTING, "DHCP");
        List<FollowedBoot> ended = follow(nodes(1), LONG, () -> {
            record(1, -5, NodeState.PROVISIONING, "fetch");
            record(1, -5, NodeState.READY, "ready");
        });
        assertEquals(List.of("event DHCP", "event fetch", "event ready", "ended ready"), seen);
        assertTrue(ended.get(0).ready());
    }

    @Test
    public void waitsForABootThatHasNotBegun() throws InterruptedException {
        List<FollowedBoot> ended = follow(nodes(1), LONG, () -> {
            record(1, 1, NodeState.BOOTING, "DHCP");
            record(1, 1, NodeState.FAILED, "failed");
        });
        assertEquals(List.of("event DHCP", "event failed", "ended failed"), seen);
        assertTrue(!ended.get(0).ready());
    }

    @Test
    public void aBootThatIsOverIsNotFollowed() throws InterruptedException {
        record(1, -60, NodeState.READY, "ready");
        assertEquals(List.of(), follow(nodes(1), SHORT, () -> {}));
        assertEquals(List.of(), seen);
    }

    @Test
    public void progressReplacesTheNewestDetail() throws InterruptedException {
        follow(nodes(1), LONG, () -> {
            record(1, 1, NodeState.PROVISIONING, "fetch");
            journal.record(id(1, 1), event(NodeState.PROVISIONING, "fetch", "50 %"), true);
            record(1, 1, NodeState.READY, "ready");
        });
        assertEquals(List.of("event fetch", "progress 50 %", "event ready", "ended ready"), seen);
    }

    @Test
    public void anotherBootOfTheMachineEndsTheOneBeforeOnceItIsProved() throws InterruptedException {
        record(1, -5, NodeState.BOOTING, "DHCP");
        List<FollowedBoot> ended = follow(nodes(1), LONG, () -> {
            record(1, 3, NodeState.BOOTING, "DHCP");
            record(1, -5, NodeState.FAILED, "gone");
        });
        assertEquals(List.of("event DHCP", "event gone", "ended failed"), seen);
        assertTrue(!ended.get(0).ready());
    }

    @Test
    public void lateEventsOfAnOlderBootAreLeftOut() throws InterruptedException {
        record(1, -5, NodeState.BOOTING, "DHCP");
        follow(nodes(1), SHORT, () -> record(1, -50, NodeState.BOOTING, "late"));
        assertEquals(List.of("event DHCP"), seen);
    }

    @Test
    public void otherNodesAreLeftOut() throws InterruptedException {
        follow(nodes(1), SHORT, () -> record(2, 1, NodeState.READY, "ready"));
        assertEquals(List.of(), seen);
    }

    @Test
    public void severalNodesMustAllEnd() throws InterruptedException {
        List<FollowedBoot> ended = follow(nodes(1, 2), LONG, () -> {
            record(1, 1, NodeState.READY, "one");
            record(1, 2, NodeState.BOOTING, "one again");
            record(2, 1, NodeState.READY, "two");
        });
        assertEquals(2, ended.size());
        assertEquals(List.of("event one", "ended ready", "event two", "ended ready"), seen);
    }

    @Test
    public void newBootsMayBeOfMachinesNobodyKnows() throws InterruptedException {
        List<FollowedBoot> ended = follow(new FollowTarget.NewBoots(2), LONG, () -> {
            record(7, 1, NodeState.BOOTING, "seven");
            record(8, 2, NodeState.BOOTING, "eight");
            record(9, 3, NodeState.BOOTING, "nine is one too many");
            record(8, 2, NodeState.READY, "eight is ready");
            record(7, 1, NodeState.READY, "seven is ready");
        });
        assertEquals(
                List.of(8L, 7L),
                ended.stream()
                        .map(boot -> boot.boot().id().mac().value() & 0xff)
                        .toList());
        assertTrue(!seen.contains("event nine is one too many"));
    }

    @Test
    public void bootsThatBeganBeforeAreNotNew() throws InterruptedException {
        record(1, -5, NodeState.BOOTING, "DHCP");
        follow(new FollowTarget.NewBoots(1), SHORT, () -> record(1, -5, NodeState.READY, "ready"));
        assertEquals(List.of(), seen);
    }

    @Test
    public void afterTheTimeoutItStops() throws InterruptedException {
        BootFollower follower = new BootFollower(journal, nodes(1), view, clock());
        record(1, -5, NodeState.BOOTING, "DHCP");
        assertEquals(List.of(), follower.follow(SHORT));
        assertEquals(1, follower.underWay().size());
    }

    @Test
    public void doesNotListenAnyMoreAfterwards() throws InterruptedException {
        follow(nodes(1), SHORT, () -> {});
        assertEquals(List.of(), journal.listeners);
    }

    /** Follows, and lets something happen as soon as the follower has caught up and waits for news. */
    private List<FollowedBoot> follow(FollowTarget target, Optional<Duration> timeout, Runnable events)
            throws InterruptedException {
        Thread follower = Thread.currentThread();
        Thread node = new Thread(() -> {
            while (!WAITS.contains(follower.getState())) {
                Thread.onSpinWait();
            }
            events.run();
        });
        node.start();
        List<FollowedBoot> ended = new BootFollower(journal, target, view, clock()).follow(timeout);
        node.join();
        return ended;
    }

    private void record(int node, long seconds, NodeState state, String step) {
        journal.record(id(node, seconds), event(state, step, ""), false);
    }

    private static BootEvent event(NodeState state, String step, String detail) {
        return new BootEvent(NOW, state, step, Optional.of(detail).filter(text -> !text.isEmpty()));
    }

    private static BootId id(int node, long seconds) {
        return new BootId(FakeSite.mac(node), NOW.plusSeconds(seconds).toEpochMilli());
    }

    private static FollowTarget nodes(int... numbers) {
        Set<MacAddress> macs = new HashSet<>();
        for (int number : numbers) {
            macs.add(FakeSite.mac(number));
        }
        return new FollowTarget.Nodes(macs);
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
