package org.perceus.node.internal.operation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.perceus.node.internal.registry.TestSite.get;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.perceus.ledger.Author;
import org.perceus.ledger.internal.store.Database;
import org.perceus.ledger.internal.store.DatabaseStore;
import org.perceus.node.operation.Operation;
import org.perceus.node.operation.Operation.Step;
import org.perceus.node.operation.OperationKind;
import org.perceus.node.operation.RunningOperation;

/** What becomes of operations on any database. */
public abstract class OperationsContract {
    static final Author JANE = new Author("jane", "perceus vnfs import debian-12 .", "as agreed");

    private final List<DatabaseStore> stores = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-01T12:00:00.123Z");
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    DefaultOperations operations;

    /** The same database at each call. */
    abstract Database database() throws Exception;

    @Before
    public void open() throws Exception {
        operations = server("one:/data", Map.of());
    }

    @After
    public void kill() throws Exception {
        for (DatabaseStore store : stores) {
            store.close();
        }
        stores.clear();
    }

    final DefaultOperations server(String name, Map<String, String> properties) throws Exception {
        DatabaseStore store = new DatabaseStore(database(), DatabaseStore.WAITING);
        stores.add(store);
        return new DefaultOperations(store, name, properties, clock);
    }

    final RunningOperation begin(String subject) {
        return operations.begin(OperationKind.IMPORT, subject, JANE);
    }

    final Operation find(long id) {
        return get(operations.find(id)).orElseThrow();
    }

    final List<String> subjects(Optional<OperationKind> kind, boolean running, int limit) {
        return get(operations.list(kind, running, limit)).stream()
                .map(Operation::subject)
                .toList();
    }

    @Test
    public void whatRunsIsSeenAtOnce() {
        RunningOperation running = begin("debian-12@1");
        running.step("reading");
        now = now.plusSeconds(5);
        running.step("reading");
        running.step("packing");
        running.progress(40);
        Operation seen = find(running.id());
        assertEquals("debian-12@1", seen.subject());
        assertEquals(JANE, seen.author());
        assertEquals(List.of(new Step(now.minusSeconds(5), "reading"), new Step(now, "packing")), seen.steps());
        assertEquals(OptionalInt.of(40), seen.percent());
        assertTrue(seen.end().isEmpty());
        assertEquals(List.of(seen), operations.recent());
        assertEquals(List.of(seen.inShort()), get(operations.list(Optional.empty(), true, 10)));
        running.step("writing");
        assertEquals(
                "of the newest step", OptionalInt.empty(), find(running.id()).percent());
    }

    @Test
    public void whatEndedStaysAsItWasAndOutlivesARestart() throws Exception {
        RunningOperation good = begin("debian-12@1");
        good.step("reading");
        good.step("packing");
        good.progress(99);
        now = now.plusSeconds(60);
        good.done("6663 files");
        RunningOperation bad = begin("rocky@9");
        bad.failed("there is no kernel");
        bad.done("the first word stands");
        bad.step("later");
        List<Operation> before = get(operations.list(Optional.empty(), false, 10));
        Operation whole = find(good.id());
        assertEquals(now, whole.end().orElseThrow().at());
        operations.close();
        kill();
        open();
        assertEquals(before, get(operations.list(Optional.empty(), false, 10)));
        assertEquals(whole, find(good.id()));
        assertEquals("there is no kernel", find(bad.id()).end().orElseThrow().sentence());
        assertEquals(2, operations.recent().size());
        assertTrue("no number twice", begin("next").id() > bad.id());
    }

    @Test
    public void whatRanWhenTheContainerWasKilledSaysSo() throws Exception {
        RunningOperation running = begin("debian-12@1");
        running.step("reading");
        Instant last = now;
        get(operations.list(Optional.empty(), true, 1));
        kill();
        now = now.plusSeconds(3_600);
        open();
        Operation.End end = find(running.id()).end().orElseThrow();
        assertFalse(end.succeeded());
        assertEquals(last, end.at());
        assertTrue(end.sentence(), end.sentence().startsWith("the container ended while it ran (a kill,"));
        assertEquals(List.of(), subjects(Optional.empty(), true, 10));
    }

    @Test
    public void whatRanWhenTheContainerWasStoppedSaysSo() throws Exception {
        RunningOperation running = begin("debian-12@1");
        operations.close();
        kill();
        open();
        assertEquals(
                "the container was stopped while it ran: start it again",
                find(running.id()).end().orElseThrow().sentence());
    }

    @Test
    public void aListIsOfAKindOrOfWhatRunsNewestFirst() {
        begin("a").done("");
        operations.begin(OperationKind.BUILD, "b", JANE);
        begin("c");
        assertEquals(List.of("c", "b", "a"), subjects(Optional.empty(), false, 10));
        assertEquals(List.of("c", "b"), subjects(Optional.empty(), false, 2));
        assertEquals(List.of("c", "a"), subjects(Optional.of(OperationKind.IMPORT), false, 10));
        assertEquals(List.of("c"), subjects(Optional.of(OperationKind.IMPORT), true, 10));
        assertEquals(List.of(), subjects(Optional.of(OperationKind.UPDATE), false, 10));
        assertEquals(Optional.empty(), get(operations.find(77_777)));
    }

    @Test
    public void memoryHoldsTheNewestAlone() {
        for (int i = 0; i < OperationMemory.ENDED + 30; i++) {
            RunningOperation one = begin("c@" + i);
            one.step("reading");
            one.done("done");
            get(operations.list(Optional.empty(), false, 1));
        }
        assertTrue(operations.recent().size() <= OperationMemory.ENDED + 1);
        List<Operation> all = get(operations.list(Optional.empty(), false, 1_000));
        assertEquals(OperationMemory.ENDED + 30, all.size());
        assertEquals(
                "reading", find(all.get(all.size() - 1).id()).steps().get(0).name());
    }

    @Test
    public void stepsAndTextsAreBounded() {
        RunningOperation running = operations.begin(OperationKind.BUILD, "s".repeat(5_000), JANE);
        for (int i = 0; i < 10_000; i++) {
            running.step("x".repeat(1_000) + i);
            running.step("file " + i);
        }
        running.progress(5_000);
        running.done("y".repeat(5_000));
        Operation seen = find(running.id());
        assertEquals(128, seen.steps().size());
        assertEquals("file 9999", seen.newest().orElseThrow().name());
        assertEquals(256, seen.subject().length());
        assertEquals(1_024, seen.end().orElseThrow().sentence().length());
        assertEquals(OptionalInt.of(100), seen.percent());
    }

    @Test
    public void oldOnesAndThoseBeyondANumberAreDeleted() throws Exception {
        RunningOperation old = begin("old");
        old.done("");
        now = now.plusSeconds(86_400 * 9L);
        RunningOperation running = begin("running");
        for (int i = 0; i < 250; i++) {
            begin("c@" + i).done("");
            get(operations.list(Optional.empty(), false, 1));
        }
        operations.close();
        kill();
        operations = server("one:/data", Map.of("operationDays", "10", "operationsKept", "20"));
        now = now.plusSeconds(86_400 * 2L);
        operations.sweep();
        List<String> left = subjects(Optional.empty(), false, 1_000);
        for (int i = 0; i < 10 && left.size() > 20; i++) {
            left = subjects(Optional.empty(), false, 1_000);
        }
        assertEquals(20, left.size());
        assertEquals("c@249", left.get(0));
        assertFalse(left.contains("old") || left.contains("running"));
        assertTrue(running.id() > old.id());
    }
}
