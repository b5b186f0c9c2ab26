package org.perceus.node.internal.journal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.perceus.node.internal.registry.TestSite.get;
import static org.perceus.node.internal.registry.TestSite.mac;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.BootSummary;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeState;
import org.perceus.node.NodeStatus;
import org.perceus.node.internal.registry.TestSite;

public class BootJournalTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestSite site;

    @Before
    public void open() {
        open(Instant.parse("2026-11-01T12:00:00Z"));
    }

    private void open(Instant now) {
        open(now, Map.of("bootsPerNode", "2", "silentAfterSeconds", "180", "silentBootSeconds", "600"));
    }

    private void open(Instant now, Map<String, String> configuration) {
        Path file = folder.getRoot().toPath().resolve("r.db");
        site = new TestSite(file, configuration, now);
        site.network("lan", "10.10.0.0/24", "10.10.0.100-10.10.0.199");
    }

    @After
    public void close() {
        site.close();
    }

    @Test
    public void aNodeThatWasNeverSeenIsDiscovered() {
        NodeStatus status = site.journal.status(mac(1));
        assertEquals(
                new NodeStatus(NodeState.DISCOVERED, Optional.empty(), Optional.empty(), Optional.empty()), status);
        assertEquals(Optional.empty(), site.journal.latest(mac(1)));
        site.journal.contact(mac(1), site.now);
        assertEquals(Optional.of(site.now), site.journal.status(mac(1)).lastContact());
    }

    @Test
    public void aLoopIsTheReasonWhileItGoesOnAndAfterARestart() {
        site.close();
        open(Instant.parse("2026-11-01T12:00:00Z"), Map.of("loopBoots", "3"));
        for (int i = 1; i <= 4; i++) {
            record(numbered(i), NodeState.STARTING, "start the second OS", null);
            if (i > 1) {
                assertTrue(get(site.journal.conclude(numbered(i - 1), "it panicked")));
            }
        }
        String loop = "3 boots in 0 seconds without ready, the last: it panicked";
        assertStatus(NodeState.STARTING, "start the second OS (" + loop + ")");
        site.close();
        open(Instant.parse("2026-11-01T12:00:00Z"), Map.of("loopBoots", "3"));
        assertStatus(NodeState.STARTING, "start the second OS (" + loop + ")");
        assertEquals(3, site.journal.series(mac(1)).boots());
        record(numbered(4), NodeState.READY, "ready", null);
        assertEquals(Optional.empty(), site.journal.status(mac(1)).reason());
    }

    @Test
    public void aBootSaysWhyTheOneBeforeFailedUntilItIsReady() {
        record(numbered(1), NodeState.STARTING, "start the second OS", null);
        record(numbered(2), NodeState.PROVISIONING, "fetch the root", null);
        assertTrue(get(site.journal.conclude(numbered(1), "it panicked")));
        assertStatus(NodeState.PROVISIONING, "fetch the root (the boot before failed: it panicked)");
        record(numbered(2), NodeState.READY, "ready", null);
        assertEquals(Optional.empty(), site.journal.status(mac(1)).reason());
    }

    private static BootId numbered(int number) {
        return new BootId(mac(1), Instant.parse("2026-11-01T12:00:00Z").toEpochMilli() + number);
    }

    @Test
    public void statusFollowsTheEvents() {
        BootId boot = boot(1);
        record(boot, NodeState.BOOTING, "dhcp", "bios");
        assertStatus(NodeState.BOOTING, "dhcp: bios");
        site.now = site.now.plusSeconds(5);
        record(boot, NodeState.WAITING, "wait", "no capsule");
        assertStatus(NodeState.WAITING, "no capsule");
        site.now = site.now.plusSeconds(5);
        record(boot, NodeState.WAITING, "wait again", null);
        assertStatus(NodeState.WAITING, "wait again");
        assertEquals(
                Optional.of(site.now.minusSeconds(5)),
                site.journal.status(mac(1)).since());
        record(boot, NodeState.READY, "ready", null);
        assertStatus(NodeState.READY, null);
        assertFalse(record(boot, NodeState.FAILED, "late", null));
        assertStatus(NodeState.READY, null);
    }

    @Test
    public void aNodeThatWasShutDownIsNotSilent() {
        record(boot(1), NodeState.READY, "ready", null);
        Optional<Instant> ready = site.journal.latest(mac(1)).orElseThrow().ended();
        pass(5);
        assertTrue(record(boot(1), NodeState.OFF, "off", "it was shut down"));
        assertFalse(record(boot(1), NodeState.OFF, "off again", null));
        pass(100_000);
        assertStatus(NodeState.OFF, "it was shut down");
        site.close();
        open(site.now);
        assertStatus(NodeState.OFF, "it was shut down");
        assertEquals(ready, site.journal.latest(mac(1)).orElseThrow().ended());
        assertFalse(get(site.journal.conclude(boot(1), "it is no failure")));
        assertTrue(record(boot(1), NodeState.READY, "ready", "it stayed"));
        assertStatus(NodeState.READY, "it stayed");
        assertEquals(0, site.journal.series(mac(1)).boots());
    }

    @Test
    public void onlyAReadyNodeIsShutDown() {
        record(boot(1), NodeState.FAILED, "failed", "no disk");
        assertFalse(record(boot(1), NodeState.OFF, "off", null));
        assertStatus(NodeState.FAILED, "no disk");
    }

    @Test
    public void silenceIsFound() {
        record(boot(1), NodeState.READY, "ready", null);
        pass(180);
        assertStatus(NodeState.READY, null);
        pass(1);
        assertStatus(
                NodeState.SILENT,
                "not heard of since 2026-11-01T12:00:00Z, when it was ready: it was switched off,"
                        + " hangs or has lost its network; look at its console");
        assertEquals(
                Optional.of(site.now.minusSeconds(1)),
                site.journal.status(mac(1)).since());
        site.journal.contact(mac(1), site.now);
        assertStatus(NodeState.READY, null);
        site.journal.contact(mac(1), site.now.minusSeconds(500));
        assertStatus(NodeState.READY, null);
    }

    @Test
    public void aBootUnderWayMayBeSilentForLongerAndAFailedOneForEver() {
        record(boot(1), NodeState.PROVISIONING, "fetch", null);
        pass(600);
        assertStatus(NodeState.PROVISIONING, "fetch");
        pass(1);
        assertEquals(NodeState.SILENT, site.journal.status(mac(1)).state());
        record(boot(1), NodeState.FAILED, "fetch", "hash differs");
        pass(100_000);
        assertStatus(NodeState.FAILED, "hash differs");
    }

    @Test
    public void progressShowsAtOnceAndIsSavedWithTheNextEvent() {
        BootId boot = boot(1);
        record(boot, NodeState.PROVISIONING, "fetch", "1 %");
        var stage = site.journal.record(boot, event(NodeState.PROVISIONING, "fetch", "99 %"), true);
        assertTrue("is not waited for", stage.toCompletableFuture().isDone());
        assertStatus(NodeState.PROVISIONING, "fetch: 99 %");
        record(boot, NodeState.PROVISIONING, "verify", null);
        reopen();
        assertEquals(
                Optional.of("99 %"),
                site.boots(Optional.of(mac(1)), 1).get(0).events().get(0).detail());
    }

    @Test
    public void aRestartKnowsTheBootsAndGoesOnWithThem() {
        BootId running = boot(1);
        record(running, NodeState.BOOTING, "dhcp", "x".repeat(2_000));
        record(boot(2), NodeState.BOOTING, "dhcp", null);
        record(boot(2), NodeState.READY, "ready", null);
        List<Boot> before = site.boots(Optional.empty(), 10);
        reopen();
        assertEquals(2, before.size());
        assertEquals(before, site.boots(Optional.empty(), 10));
        assertTrue(record(running, NodeState.PROVISIONING, "script", null));
        assertFalse(record(boot(2), NodeState.PROVISIONING, "late", null));
        assertEquals(2, site.journal.latest(mac(1)).orElseThrow().events());
    }

    @Test
    public void silenceOfTheServerIsNotTheNodes() {
        record(boot(1), NodeState.READY, "ready", null);
        site.close();
        open(site.now.plusSeconds(3_600));
        assertEquals(NodeState.READY, site.journal.status(mac(1)).state());
        pass(181);
        assertEquals(NodeState.SILENT, site.journal.status(mac(1)).state());
    }

    @Test
    public void aNodeThatWasSilentIsSilentAfterARestart() {
        record(boot(1), NodeState.READY, "ready", null);
        pass(3_600);
        String reason = site.journal.status(mac(1)).reason().orElseThrow();
        reopen();
        assertStatus(NodeState.SILENT, reason);
        site.journal.contact(mac(1), site.now);
        assertStatus(NodeState.READY, null);
        reopen();
        assertStatus(NodeState.READY, null);
    }

    @Test
    public void aNodeThatWasFoundSilentIsSilentThoughTheServerWasKilled() {
        record(boot(1), NodeState.READY, "ready", null);
        pass(3_600);
        site.journal.look();
        pass(60);
        get(site.journal.boots(Optional.empty(), 1));
        try (TestSite other = new TestSite(copy(), Map.of(), site.now)) {
            assertEquals(NodeState.SILENT, other.journal.status(mac(1)).state());
        }
    }

    private Path copy() {
        Path file = folder.getRoot().toPath().resolve("r.db");
        Path copy = folder.getRoot().toPath().resolve("copy.db");
        try {
            for (String part : List.of("", "-wal")) {
                Files.copy(Path.of(file + part), Path.of(copy + part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    @Test
    public void whatIsNotProvedEndsNothingAndIsNotOnDisk() {
        BootId ready = boot(1);
        record(ready, NodeState.READY, "ready", null);
        pass(10);
        BootId candidate = site.journal.begin(mac(1), event(NodeState.BOOTING, "firmware", "PXE"));
        assertStatus(NodeState.BOOTING, "firmware: PXE");
        assertEquals(ready, site.journal.latest(mac(1)).orElseThrow().id());
        assertEquals(
                List.of(candidate, ready),
                site.boots(Optional.of(mac(1)), 10).stream().map(Boot::id).toList());
        site.journal.contact(mac(1), site.now);
        assertStatus(NodeState.READY, null);
        assertEquals(1, site.boots(Optional.empty(), 10).size());
        reopen();
        assertEquals(1, site.boots(Optional.empty(), 10).size());
    }

    @Test
    public void theBootThatIsProvedIsTheNodesThoughAPacketCameLate() {
        BootId first = site.journal.begin(mac(1), event(NodeState.BOOTING, "firmware", null));
        site.journal.record(first, event(NodeState.BOOTING, "ipxe", null), false);
        pass(1);
        BootId late = site.journal.begin(mac(1), event(NodeState.BOOTING, "firmware", null));
        assertTrue(get(site.journal.prove(first, boot -> "it went away")));
        assertFalse("once", get(site.journal.prove(first, boot -> "it went away")));
        assertTrue(record(first, NodeState.PROVISIONING, "script", null));
        assertEquals(3, site.journal.underWay(first).orElseThrow().events().size());
        assertStatus(NodeState.PROVISIONING, "script");
        assertEquals(1, site.boots(Optional.empty(), 10).size());
        assertTrue("it may be real", get(site.journal.prove(late, boot -> "it went away")));
        assertEquals(
                List.of(late, first),
                site.boots(Optional.empty(), 10).stream().map(Boot::id).toList());
    }

    @Test
    public void aBootThatNeverReachedPerceusOsIsToldWithTheNextAndTakesNoPlace() {
        for (int i = 0; i < 4; i++) {
            pass(10);
            BootId before = site.journal.begin(mac(1), event(NodeState.BOOTING, "firmware", "lost" + i));
            pass(1);
            BootId boot = site.journal.begin(mac(1), event(NodeState.BOOTING, "firmware", "found" + i));
            assertTrue(get(
                    site.journal.prove(boot, gone -> "gone at " + gone.last().step())));
            assertEquals(Optional.of("gone at firmware"), boots(before).last().detail());
        }
        reopen();
        List<String> kept = site.boots(Optional.empty(), 10).stream()
                .map(boot -> boot.events().get(0).detail().orElseThrow())
                .toList();
        assertEquals(List.of("found3", "lost3", "found2", "lost2"), kept);
    }

    private Boot boots(BootId id) {
        return site.boots(Optional.of(id.mac()), 10).stream()
                .filter(boot -> boot.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    public void manyPacketsOfNobodyLeaveTwoBootsInMemory() {
        for (int i = 0; i < 1_000; i++) {
            site.journal.begin(mac(1), event(NodeState.BOOTING, "firmware", "PXE"));
        }
        assertEquals(2, site.boots(Optional.empty(), 10_000).size());
    }

    @Test
    public void theBootsOfManyNodesAreReadWhateverIsUnderWay() {
        Set<MacAddress> nodes = new HashSet<>();
        for (int i = 1; i <= 300; i++) {
            pass(1);
            record(boot(i), NodeState.READY, "ready", "node " + i);
            if (i % 2 == 0) {
                nodes.add(mac(i));
            }
        }
        pass(1);
        BootId candidate = site.journal.begin(mac(2), event(NodeState.BOOTING, "firmware", null));
        List<Boot> newest = get(site.journal.boots(Optional.of(nodes), 3));
        assertEquals(
                List.of(mac(2), mac(300), mac(298)),
                newest.stream().map(boot -> boot.id().mac()).toList());
        Map<MacAddress, BootId> each = new HashMap<>();
        get(site.journal.newest(nodes)).forEach(boot -> each.put(boot.id().mac(), boot.id()));
        assertEquals(nodes, each.keySet());
        assertEquals(candidate, each.get(mac(2)));
    }

    @Test
    public void oldBootsAreDeletedButForTheNewest() {
        record(boot(1), NodeState.READY, "first", null);
        pass(10);
        record(numbered(10_000), NodeState.READY, "second", null);
        site.journal.sweep();
        assertEquals(2, site.boots(Optional.empty(), 10).size());
        pass(366 * 86_400);
        site.journal.sweep();
        assertEquals(
                List.of("second"),
                site.boots(Optional.empty(), 10).stream()
                        .map(boot -> boot.last().step())
                        .toList());
    }

    @Test
    public void oldBootsArePrunedOnDiskToo() {
        for (int i = 0; i < 4; i++) {
            pass(10);
            record(boot(1), NodeState.BOOTING, "boot" + i, null);
        }
        reopen();
        List<Boot> boots = site.boots(Optional.of(mac(1)), 10);
        assertEquals(
                List.of("boot3", "boot2"),
                boots.stream().map(boot -> boot.events().get(0).step()).toList());
        assertEquals(1, site.boots(Optional.empty(), 1).size());
    }

    @Test
    public void deletedNodesLoseTheirBoots() {
        site.discover(1);
        site.discover(2);
        record(boot(1), NodeState.BOOTING, "dhcp", null);
        record(boot(2), NodeState.BOOTING, "dhcp", null);
        TestSite.rejected(site.registry.delete(List.of(mac(1), mac(77)), TestSite.ROOT));
        assertTrue(site.journal.latest(mac(1)).isPresent());
        TestSite.changed(site.registry.delete(List.of(mac(1)), TestSite.ROOT));
        // what follows from the deletion was queued before its answer was given
        get(site.store.submit(session -> true));
        assertEquals(NodeState.DISCOVERED, site.journal.status(mac(1)).state());
        assertEquals(Optional.empty(), site.journal.status(mac(1)).lastContact());
        reopen();
        assertEquals(Optional.empty(), site.journal.latest(mac(1)));
        assertTrue(site.journal.latest(mac(2)).isPresent());
    }

    @Test
    public void listenersHearOfEachEventInOrder() throws Exception {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch all = new CountDownLatch(3);
        site.journal.listen(boot -> {
            throw new IllegalStateException("a bad listener");
        });
        AutoCloseable subscription = site.journal.listen(boot -> {
            heard.add(boot.last().step() + boot.last().detail().orElse(""));
            all.countDown();
        });
        record(boot(1), NodeState.BOOTING, "a", null);
        site.journal.record(boot(1), event(NodeState.BOOTING, "a", "!"), true);
        record(boot(1), NodeState.READY, "b", null);
        record(boot(1), NodeState.READY, "dropped", null);
        assertTrue(all.await(30, TimeUnit.SECONDS));
        subscription.close();
        record(boot(2), NodeState.BOOTING, "unheard", null);
        assertEquals(List.of("a", "a!", "b"), heard);
    }

    @Test
    public void complainsOfWrongLimits() {
        List<String> complaints = new ArrayList<>();
        JournalLimits limits =
                JournalLimits.read(Map.of("bootsPerNode", "0", "silentAfterSeconds", "soon"), complaints::add);
        assertEquals(JournalLimits.read(Map.of(), complaints::add), limits);
        assertEquals(complaints.toString(), 2, complaints.size());
    }

    private void reopen() {
        site.close();
        open(site.now);
    }

    private void pass(long seconds) {
        site.now = site.now.plusSeconds(seconds);
    }

    private BootId boot(long mac) {
        return site.journal
                .latest(mac(mac))
                .filter(boot -> boot.started().equals(site.now) || boot.last().state() != NodeState.BOOTING)
                .map(BootSummary::id)
                .orElse(new BootId(mac(mac), site.now.toEpochMilli()));
    }

    /** Of a boot that is proved. */
    private boolean record(BootId boot, NodeState state, String step, String detail) {
        boolean fresh = site.journal
                .latest(boot.mac())
                .filter(latest -> latest.id().startedMillis() >= boot.startedMillis())
                .isEmpty();
        if (fresh && (state == NodeState.READY || state == NodeState.FAILED)) {
            get(site.journal.record(boot, event(NodeState.BOOTING, "begin", null), false));
            get(site.journal.prove(boot, before -> "it went away"));
        } else if (fresh) {
            get(site.journal.record(boot, event(state, step, detail), false));
            return get(site.journal.prove(boot, before -> "it went away"));
        }
        return get(site.journal.record(boot, event(state, step, detail), false));
    }

    private BootEvent event(NodeState state, String step, String detail) {
        return new BootEvent(site.now, state, step, Optional.ofNullable(detail));
    }

    private void assertStatus(NodeState state, String reason) {
        NodeStatus status = site.journal.status(mac(1));
        assertEquals(state, status.state());
        assertEquals(Optional.ofNullable(reason), status.reason());
    }
}
