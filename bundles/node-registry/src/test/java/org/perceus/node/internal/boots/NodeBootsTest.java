package org.perceus.node.internal.boots;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

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
import org.perceus.node.internal.archive.NodeWrite;
import org.perceus.node.internal.boots.NodeBoots.Outcome;
import org.perceus.node.internal.boots.NodeBoots.Recorded;

public class NodeBootsTest {
    private static final int KEEP = 3;

    private NodeBoots boots = NodeBoots.NONE;

    @Test
    public void aBootBeginsWithItsFirstEvent() {
        assertEquals(Outcome.TAKEN, record(1, NodeState.BOOTING, "dhcp", null, false));
        assertEquals(Outcome.TAKEN, record(1, NodeState.BOOTING, "ipxe", null, false));
        assertEquals(List.of("dhcp", "ipxe"), steps());
        assertFalse(newest().ended().isPresent());
    }

    @Test
    public void eventsOfOneStepFollowEachOther() {
        record(1, NodeState.PROVISIONING, "fetch", "10 %", false);
        record(1, NodeState.PROVISIONING, "fetch", "20 %", false);
        assertEquals(List.of("fetch", "fetch"), steps());
    }

    @Test
    public void progressReplacesTheDetailOfTheNewestStep() {
        record(1, NodeState.PROVISIONING, "fetch", "10 %", false);
        assertEquals(Outcome.SHOWN, record(1, NodeState.PROVISIONING, "fetch", "20 %", true));
        assertEquals(List.of("fetch"), steps());
        assertEquals(Optional.of("20 %"), newest().last().detail());
        assertEquals(Outcome.TAKEN, record(1, NodeState.PROVISIONING, "verify", "1 %", true));
        assertEquals("a state of its own", Outcome.TAKEN, record(1, NodeState.STARTING, "verify", "2 %", true));
        assertEquals(List.of("fetch", "verify", "verify"), steps());
    }

    @Test
    public void aNodeThatIsReadyEntersStatesOfTheSite() {
        record(1, NodeState.BOOTING, "dhcp", null, false);
        assertEquals("not before", Outcome.DROPPED, record(1, NodeState.READY, "state", "x-drain", false));
        record(1, NodeState.READY, "ready", null, false);
        Optional<Instant> ended = newest().ended();
        assertEquals(Outcome.TAKEN, record(1, NodeState.READY, "state", "x-drain", false));
        assertEquals(Outcome.TAKEN, record(1, NodeState.READY, "state", "x-idle", false));
        assertEquals(List.of("dhcp", "ready", "state", "state"), steps());
        assertEquals("it was ready then", ended, newest().ended());
        record(1, NodeState.OFF, "off", null, false);
        assertEquals("not behind it", Outcome.DROPPED, record(1, NodeState.READY, "state", "x-idle", false));
    }

    @Test
    public void readyAndFailedEndABoot() {
        for (NodeState end : List.of(NodeState.READY, NodeState.FAILED)) {
            boots = NodeBoots.NONE;
            record(1, NodeState.BOOTING, "dhcp", null, false);
            record(1, end, "end", null, false);
            assertEquals(Optional.of(newest().last().at()), newest().ended());
            assertEquals(Outcome.DROPPED, record(1, NodeState.PROVISIONING, "late", null, false));
            if (end == NodeState.READY) {
                assertEquals(Outcome.DROPPED, record(1, end, "end", "late progress", true));
            }
            assertEquals(Outcome.DROPPED, record(1, NodeState.FAILED, "end", "late progress", true));
            assertEquals(List.of("dhcp", "end"), steps());
        }
    }

    @Test
    public void aFailedBootMayBecomeReadyAfterAll() {
        record(1, NodeState.STARTING, "start", null, false);
        record(1, NodeState.FAILED, "failed", "emergency mode", false);
        assertEquals(Outcome.TAKEN, record(1, NodeState.READY, "ready", null, false));
        assertEquals(List.of("start", "failed", "ready"), steps());
        assertEquals(Optional.of(newest().last().at()), newest().ended());
        assertEquals("once", Outcome.DROPPED, record(1, NodeState.READY, "ready", null, false));
    }

    @Test
    public void aSupersededBootGetsItsReasonAndABetterOne() {
        record(1_000, NodeState.STARTING, "start", null, false);
        assertEquals("the newest", Outcome.DROPPED, conclude(1_000, "gone"));
        record(2_000, NodeState.BOOTING, "firmware", null, false);
        assertEquals(Optional.of("it went away"), boot(0).last().detail());
        assertEquals(Outcome.TAKEN, conclude(1_000, "the kernel panicked"));
        Boot first = boot(0);
        assertEquals(2, first.events().size());
        assertEquals(NodeState.FAILED, first.last().state());
        assertEquals(Optional.of("the kernel panicked"), first.last().detail());
        assertEquals(Optional.of(Instant.ofEpochMilli(2_000)), first.ended());
    }

    @Test
    public void whatABootSaidOfItsEndStays() {
        record(1_000, NodeState.FAILED, "failed", "no disk", false);
        record(2_000, NodeState.READY, "ready", null, false);
        record(3_000, NodeState.BOOTING, "firmware", null, false);
        assertEquals(Outcome.DROPPED, conclude(1_000, "gone"));
        assertEquals(Outcome.DROPPED, conclude(2_000, "gone"));
        assertEquals("unknown", Outcome.DROPPED, conclude(500, "gone"));
    }

    private Outcome conclude(long started, String reason) {
        return taken(boots.concluded(new BootId(new MacAddress(2), started), reason));
    }

    @Test
    public void aLaterBootSupersedesTheOneBefore() {
        record(1_000, NodeState.BOOTING, "first", null, false);
        record(2_000, NodeState.BOOTING, "second", null, false);
        assertEquals(Optional.of(Instant.ofEpochMilli(2_000)), boot(0).ended());
        assertEquals(Outcome.DROPPED, record(1_000, NodeState.BOOTING, "late", null, false));
        assertEquals(Outcome.DROPPED, record(1_500, NodeState.BOOTING, "unknown and older", null, false));
        assertEquals(2, boots.boots().size());
    }

    @Test
    public void anEndedBootKeepsItsEndWhenTheNextBegins() {
        record(1, NodeState.FAILED, "no capsule", null, false);
        Optional<Instant> ended = newest().ended();
        record(2_000, NodeState.BOOTING, "again", null, false);
        assertEquals(ended, boot(0).ended());
    }

    @Test
    public void memoryGoesBackToTheNewestThatWasReady() {
        record(1, NodeState.FAILED, "first", null, false);
        record(2_000, NodeState.READY, "second", null, false);
        record(3_000, NodeState.FAILED, "third", null, false);
        assertEquals("what is not on disk stays", 3, boots.boots().size());
        settle();
        assertEquals(List.of("third", "second"), summaries());
        assertEquals(List.of(), boots.boots().get(1).tail());
        for (int i = 4; i < 9; i++) {
            record(i * 1_000L, NodeState.FAILED, "boot" + i, null, false);
        }
        settle();
        assertEquals(KEEP, boots.boots().size());
        assertEquals(List.of("boot8", "boot7", "boot6"), summaries());
    }

    @Test
    public void whatChangesWhileItIsWrittenIsWrittenAnotherTime() {
        record(1, NodeState.PROVISIONING, "fetch", null, false);
        Settlement settlement = new Settlement(KEEP, new Sharing());
        NodeWrite write = settlement.write(new MacAddress(2), boots);
        record(1, NodeState.READY, "ready", null, false);
        boots = settlement.written(boots, write);
        assertEquals(List.of("fetch", "ready"), steps());
        assertEquals(
                2,
                settlement
                        .write(new MacAddress(2), boots)
                        .boots()
                        .get(0)
                        .events()
                        .size());
        settle();
        assertEquals(List.of(), settlement.write(new MacAddress(2), boots).boots());
        assertEquals(Outcome.TAKEN, record(1, NodeState.OFF, "off", null, false));
        write = settlement.write(new MacAddress(2), boots);
        assertEquals(2, write.boots().get(0).first());
        assertEquals("off", write.boots().get(0).events().get(0).step());
    }

    private List<String> summaries() {
        return boots.newestFirst().stream().map(boot -> boot.last().step()).toList();
    }

    private void settle() {
        Settlement settlement = new Settlement(KEEP, new Sharing());
        boots = settlement.written(boots, settlement.write(new MacAddress(2), boots));
    }

    @Test
    public void aBootThatReportsWithoutEndIsBoundedAndStillEnds() {
        for (int i = 0; i < NodeBoots.EVENTS; i++) {
            assertEquals(Outcome.TAKEN, record(1, NodeState.PROVISIONING, "step" + i, null, false));
        }
        assertEquals(Outcome.DROPPED, record(1, NodeState.PROVISIONING, "more", null, false));
        assertEquals(Outcome.TAKEN, record(1, NodeState.READY, "ready", null, false));
        assertEquals(NodeBoots.EVENTS + 1, newest().events().size());
    }

    /** Of a boot that is proved. */
    private Outcome record(long started, NodeState state, String step, String detail, boolean replace) {
        BootId id = new BootId(new MacAddress(2), started);
        BootEvent event = new BootEvent(Instant.ofEpochMilli(started + 10), state, step, Optional.ofNullable(detail));
        if (boots.newest().filter(kept -> kept.id().startedMillis() >= started).isEmpty()) {
            boots = boots.begun(id, new BootEvent(event.at(), state, step, Optional.ofNullable(detail)))
                    .boots();
            NodeBoots proved =
                    boots.proven(id, event.at(), boot -> "it went away").boots();
            List<KeptBoot> all = new ArrayList<>(proved.boots());
            Boot whole = new Boot(id, List.of(event), ends(state) ? Optional.of(event.at()) : Optional.empty());
            all.set(all.size() - 1, KeptBoot.fresh(whole, true));
            boots = new NodeBoots(all);
            return Outcome.TAKEN;
        }
        return taken(boots.with(id, event, replace));
    }

    private static boolean ends(NodeState state) {
        return state == NodeState.READY || state == NodeState.FAILED;
    }

    private Outcome taken(Recorded recorded) {
        boots = recorded.boots();
        return recorded.outcome();
    }

    private Boot boot(int number) {
        return boots.boots().get(number).whole().orElseThrow();
    }

    private Boot newest() {
        return boots.newest().flatMap(KeptBoot::whole).orElseThrow();
    }

    private List<String> steps() {
        return newest().events().stream().map(BootEvent::step).toList();
    }
}
