package org.perceus.provisioning.internal.judge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HardwareAddress;
import org.perceus.boot.Neighbors;
import org.perceus.module.testing.FakeClock;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.NodeState;
import org.perceus.provisioning.internal.FakeJournal;
import org.perceus.provisioning.internal.FakeRegistry;
import org.perceus.provisioning.internal.Samples;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.perceus.provisioning.internal.boot.PlainRequests;

public class StartWatchTest {
    private final FakeClock clock = new FakeClock();
    private final FakeJournal journal = new FakeJournal();
    private final FakeRegistry registry = new FakeRegistry().with(Samples.node());
    private final BootTracker tracker = new BootTracker(journal, clock);
    private final TestJudge judging = new TestJudge(registry, journal, tracker);
    private final PlainRequests requests = new PlainRequests(clock);
    private final Map<Ipv4Address, HardwareAddress> answering = new HashMap<>();
    private final BootId boot = new BootId(Samples.MAC, clock.instant().toEpochMilli());
    private int asked;
    private final StartWatch watch = new StartWatch(
            () -> Duration.ofSeconds(60),
            registry,
            journal,
            tracker,
            judging.lines,
            requests,
            judging.interfaces,
            new Neighbors() {
                @Override
                public void ask(Ipv4Address address) {
                    asked++;
                }

                @Override
                public int room() {
                    return 1024;
                }

                @Override
                public Map<Ipv4Address, HardwareAddress> known() {
                    return answering;
                }
            },
            clock,
            Optional.empty());

    @Test
    public void aNodeThatIsNotHeardOfIsNoticedOnce() {
        enter();
        pass(44);
        assertEquals("starting start the second OS", journal.lastLine(Samples.MAC));
        assertEquals(0, asked);
        pass(15);
        assertEquals("the kernel is asked before", 1, asked);
        assertEquals("starting start the second OS", journal.lastLine(Samples.MAC));
        pass(1);
        assertSaid("its kernel does not start, its card has no driver or address, or http://10.10.0.1:9870 cannot be"
                + " reached from it (firewall?): look at its console");
        pass(60);
        assertEquals(2, journal.lines(Samples.MAC).size());
    }

    @Test
    public void evidenceMakesTheSentenceBetter() {
        enter();
        pass(60);
        requests.note(Samples.MAC);
        pass(5);
        assertSaid("it asks by DHCP for an address, so its own network configuration is not in effect: see what else"
                + " configures cards in the capsule");
        answering.put(Samples.ADDRESS, new HardwareAddress(Samples.MAC.value()));
        pass(5);
        assertSaid("its address answers, so it is still starting, or its agent does not run or cannot reach"
                + " http://10.10.0.1:9870 (firewall?): look at its console");
        answering.put(Samples.ADDRESS, new HardwareAddress(7));
        pass(5);
        assertSaid("another machine, 00:00:00:00:00:07, answers for its address: take that address from one of them");
        judging.lines.heard(Samples.ADDRESS, List.of("Kernel panic - not syncing: x", "---"));
        pass(5);
        assertSaid(
                "its kernel's last line was: Kernel panic - not syncing: x (the lines before on the console say why)");
        assertEquals("one line on the time-line", 2, journal.lines(Samples.MAC).size());
    }

    @Test
    public void whatItSaidBeforeStays() {
        enter();
        tracker.trouble(boot, NodeState.STARTING, "emergency mode");
        pass(61);
        assertSaid("before that it said: emergency mode");
    }

    @Test
    public void aQuestionBeforeTheKernelWasEnteredIsPerceusOsOwn() {
        requests.note(Samples.MAC);
        clock.move(Duration.ofSeconds(2));
        enter();
        pass(60);
        assertTrue(journal.lastLine(Samples.MAC).contains("its kernel does not start"));
    }

    @Test
    public void whoIsHeardOfOrReadyIsLeftAlone() {
        enter();
        pass(50);
        journal.contact(Samples.MAC, clock.instant());
        pass(50);
        assertEquals("starting start the second OS", journal.lastLine(Samples.MAC));
        tracker.record(boot, NodeState.READY, "ready", "");
        pass(600);
        assertEquals("ready ready", journal.lastLine(Samples.MAC));
    }

    private void enter() {
        tracker.record(boot, NodeState.STARTING, "start the second OS", "");
        journal.prove(boot);
        journal.contact(Samples.MAC, clock.instant());
    }

    private void pass(int seconds) {
        clock.move(Duration.ofSeconds(seconds));
        watch.look();
    }

    private void assertSaid(String cause) {
        assertEquals(
                "starting " + BootEvent.NO_WORD + ": no word from the second system for 60 s: " + cause,
                journal.lastLine(Samples.MAC));
    }
}
