package org.perceus.ledger.internal.log;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.perceus.ledger.internal.log.Words.ROOT;
import static org.perceus.ledger.internal.log.Words.number;
import static org.perceus.ledger.internal.log.Words.put;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.perceus.ledger.Author;
import org.perceus.ledger.Ledger.Query;
import org.perceus.ledger.Projection;
import org.perceus.ledger.internal.store.Database;
import org.perceus.ledger.internal.store.DatabaseStore;

/** What a ledger does on any database. */
public abstract class LedgerContract {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00.123Z"), ZoneOffset.UTC);

    final List<DatabaseStore> stores = new ArrayList<>();
    StoredLedger ledger;
    Projection<Map<String, String>> words;

    /** The same database at each call. */
    abstract Database database() throws Exception;

    @Before
    public void open() throws Exception {
        ledger = another();
        words = Words.of(ledger);
    }

    @After
    public void close() throws Exception {
        for (DatabaseStore store : stores) {
            store.close();
        }
        stores.clear();
    }

    /** One more on the same database. */
    final StoredLedger another() throws Exception {
        return another(database());
    }

    final StoredLedger another(Database database) throws Exception {
        DatabaseStore store = new DatabaseStore(database, DatabaseStore.WAITING);
        stores.add(store);
        return new StoredLedger(store, CLOCK);
    }

    final void reopen() throws Exception {
        close();
        open();
    }

    static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    @Test
    public void whatWasAppendedIsTheStateAndOutlivesARestart() throws Exception {
        assertEquals("put", join(words.append(put("a", "1"), ROOT)));
        join(words.append(put("b", "2"), ROOT));
        join(words.append(put("a", null), ROOT));
        assertEquals(Map.of("b", "2"), words.state());
        reopen();
        assertEquals(Map.of("b", "2"), words.state());
        join(words.append(put("a", "3"), ROOT));
        assertEquals(Map.of("a", "3", "b", "2"), words.state());
        assertEquals(4, join(ledger.change(4)).orElseThrow().id());
    }

    @Test
    public void aThingThatGoesAndComesInOneTransactionIsThere() throws Exception {
        join(words.append(put("a", "1"), ROOT));
        List<CompletionStage<String>> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(words.append(put("a", null), ROOT));
            all.add(words.append(put("a", "x" + i), ROOT));
        }
        all.forEach(LedgerContract::join);
        reopen();
        assertEquals(Map.of("a", "x99"), words.state());
    }

    @Test
    public void aDryRunDecidesAndAppendsNothing() {
        assertEquals("0", words.dryRun(number("a")));
        assertEquals(Map.of(), words.state());
        assertEquals(List.of(), join(ledger.history(new Query("word", Set.of(), Long.MAX_VALUE, 10, 1))));
    }

    @Test
    public void aDecisionThatFailsLeavesTheOthersOfItsGroupAlone() throws Exception {
        List<CompletionStage<String>> good = new ArrayList<>();
        List<CompletionStage<Object>> bad = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            good.add(words.append(number("w" + i), ROOT));
            bad.add(words.append(
                    state -> {
                        throw new IllegalStateException("a fault");
                    },
                    ROOT));
        }
        good.forEach(LedgerContract::join);
        bad.forEach(stage -> assertThrows(CompletionException.class, () -> join(stage)));
        assertEquals(50, new HashSet<>(words.state().values()).size());
        assertEquals(50, join(ledger.change(50)).orElseThrow().id());
        assertEquals(Optional.empty(), join(ledger.change(51)));
    }

    @Test
    public void eachChangeIsKeptWithItsAuthor() {
        Author author = new Author("jane", "perceus node set a=1", "as asked for in \u00e4 'ticket' 7");
        join(words.append(put("a", "1"), author));
        join(words.append(put("a", "1"), new Author("root", "changes nothing")));
        join(words.append(put("a", "2"), new Author("w".repeat(2_000), "")));
        var change = join(ledger.change(1)).orElseThrow();
        assertEquals(author, change.author());
        assertEquals(CLOCK.instant(), change.at());
        assertEquals("1 a:>1", Words.text(change));
        assertEquals("2 a:1>2", Words.text(join(ledger.change(2)).orElseThrow()));
        assertEquals(
                "w".repeat(256), join(ledger.change(2)).orElseThrow().author().who());
    }

    @Test
    public void theHistoryIsReadNewestFirstAndByThing() {
        for (int i = 0; i < 5; i++) {
            join(words.append(put("a", "a" + i), ROOT));
            join(words.append(put("b", "b" + i), ROOT));
        }
        assertEquals(List.of(10L, 9L, 8L), ids(Set.of(), Long.MAX_VALUE, 3));
        assertEquals(List.of(4L, 3L, 2L, 1L), ids(Set.of(), 5, 10));
        assertEquals(List.of(9L, 7L), ids(Set.of("a"), Long.MAX_VALUE, 2));
        assertEquals(List.of(8L, 7L, 6L), ids(Set.of("a", "b", "c"), 9, 3));
        assertEquals(List.of(), ids(Set.of("c"), Long.MAX_VALUE, 3));
        var summary = join(ledger.history(new Query("word", Set.of("b"), Long.MAX_VALUE, 1, 1)))
                .get(0);
        assertEquals(1, summary.things());
        assertEquals(Optional.of("b4"), summary.sample().get(0).after());
    }

    @Test
    public void aFollowerGetsEachChangeOnceFromItsPositionOn() throws Exception {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 300; i++) {
            words.append(put("a", "" + i), ROOT);
        }
        AutoCloseable following = join(ledger.follow(298, change -> seen.add(Words.text(change))));
        join(words.append(put("b", "x"), ROOT));
        assertEquals(List.of("299 a:297>298", "300 a:298>299", "301 b:>x"), seen);
        following.close();
        join(words.append(put("c", "x"), ROOT));
        join(words.append(put("d", "x"), ROOT));
        assertEquals(3, seen.size());
    }

    @Test
    public void whoFailsWhileFollowingHarmsNobody() {
        join(ledger.follow(0, change -> {
            throw new IllegalStateException("a fault");
        }));
        join(words.append(put("a", "1"), ROOT));
        assertTrue(words.state().containsKey("a"));
    }

    final List<Long> ids(Set<String> keys, long before, int limit) {
        return join(ledger.history(new Query("word", keys, before, limit, 0))).stream()
                .map(summary -> summary.id())
                .toList();
    }
}
