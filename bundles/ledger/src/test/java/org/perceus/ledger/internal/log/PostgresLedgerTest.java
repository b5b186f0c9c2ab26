package org.perceus.ledger.internal.log;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.perceus.ledger.internal.log.Words.ROOT;
import static org.perceus.ledger.internal.log.Words.number;
import static org.perceus.ledger.internal.log.Words.put;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.perceus.ledger.Projection;
import org.perceus.ledger.internal.retention.Sweeps;
import org.perceus.ledger.internal.store.Database;
import org.perceus.ledger.internal.store.DatabaseStore;
import org.perceus.ledger.internal.store.PostgresDatabase;
import org.perceus.ledger.store.Work;
import org.perceus.ledger.testing.PostgresServer;

public class PostgresLedgerTest extends HistoryContract {
    private static final int WAIT_SECONDS = 30;
    private static final String TOUCH = "UPDATE horizon SET swept_until = swept_until";

    @ClassRule
    public static final PostgresServer SERVER = new PostgresServer();

    private String url;

    @Override
    @Before
    public void open() throws Exception {
        url = url == null ? SERVER.database() : url;
        super.open();
    }

    @Override
    Database database() {
        return new PostgresDatabase(url, "", "");
    }

    @Test
    public void aChangeOfOneContainerReachesTheOther() throws Exception {
        StoredLedger other = another();
        CountDownLatch heard = new CountDownLatch(1);
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        Projection<Map<String, String>> theirs = Words.of(other);
        join(other.follow(0, change -> {
            seen.add(Words.text(change));
            heard.countDown();
        }));
        join(words.append(put("a", "1"), ROOT));
        heard.await(WAIT_SECONDS, TimeUnit.SECONDS);
        assertEquals(List.of("1 a:>1"), seen);
        assertEquals(Map.of("a", "1"), theirs.state());
    }

    @Test
    public void takingUpAChangeIsNotAnnouncedItself() throws Exception {
        another();
        AtomicInteger heard = new AtomicInteger();
        DatabaseStore listening = new DatabaseStore(database(), DatabaseStore.WAITING);
        listening.whenChangedElsewhere(heard::incrementAndGet);
        try {
            for (int i = 0; i < 20; i++) {
                join(words.append(put("a", "" + i), ROOT));
            }
            Thread.sleep(1_500);
            // one when it began to listen, and at most one for each change
            assertTrue(heard + " announcements", heard.get() > 0 && heard.get() <= 21);
        } finally {
            listening.close();
        }
    }

    @Test
    public void twoContainersNeverGiveTheSameTwice() throws Exception {
        Projection<Map<String, String>> theirs = Words.of(another());
        List<CompletionStage<String>> given = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            given.add(words.append(number("ours" + i), ROOT));
            given.add(theirs.append(number("theirs" + i), ROOT));
        }
        List<String> numbers = given.stream().map(LedgerContract::join).toList();
        assertEquals(600, new HashSet<>(numbers).size());
        reopen();
        assertEquals(600, new HashSet<>(words.state().values()).size());
    }

    @Test
    public void connectionsThatBreakAreMadeAnewAndNothingIsLost() throws Exception {
        join(words.append(put("a", "1"), ROOT));
        SERVER.disconnectAll();
        untilItWorks("b");
        SERVER.kill();
        assertThrows(CompletionException.class, () -> join(words.append(put("c", "1"), ROOT)));
        assertEquals("1", words.state().get("b"));
        SERVER.start();
        untilItWorks("d");
        Map<String, String> state = words.state();
        reopen();
        assertEquals(state, words.state());
    }

    @Test
    public void aContainerThatIsFurtherBehindThanWhatIsKeptReadsAllAnew() throws Exception {
        join(words.append(put("gone", "1"), ROOT));
        StoredLedger behind = another(new DeafDatabase(database()));
        Projection<Map<String, String>> theirs = Words.of(behind);
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        join(behind.follow(0, follower(seen)));
        assertEquals(Map.of("gone", "1"), theirs.state());
        join(words.append(put("gone", null), ROOT));
        for (int i = 0; i < 300; i++) {
            words.append(put("a", "" + i), ROOT);
        }
        join(words.append(put("b", "1"), ROOT));
        assertEquals(298, dropAllBut(5));
        assertEquals("0", join(theirs.append(number("c"), ROOT)));
        assertEquals(Map.of("a", "299", "b", "1", "c", "0"), theirs.state());
        assertEquals(List.of("1 gone:>1", "restart 303 a:>299b:>1", "304 c:>0"), seen);
    }

    @Test
    public void oneContainerDropsAtATime() throws Exception {
        for (int i = 0; i < 1_200; i++) {
            words.append(put("a", "" + i), ROOT);
        }
        another();
        List<Integer> others = new ArrayList<>();
        int dropped = join(Sweeps.begin(stores.get(0), CLOCK.instant(), 730, 1, next -> new Thread(() -> {
                    others.add(join(Sweeps.begin(stores.get(1), CLOCK.instant(), 730, 1)));
                    next.run();
                })
                .start()));
        assertEquals(1_199, dropped);
        assertTrue(others.toString(), others.size() > 2 && others.stream().allMatch(count -> count == 0));
    }

    /** The sweeper that is gone has its time; then another goes on. */
    @Test
    public void anotherContainerGoesOnWhenTheOneThatDroppedIsGone() throws Exception {
        for (int i = 0; i < 1_200; i++) {
            words.append(put("a", "" + i), ROOT);
        }
        CountDownLatch first = new CountDownLatch(1);
        Sweeps.begin(stores.get(0), CLOCK.instant(), 730, 1, next -> first.countDown());
        first.await();
        another();
        assertEquals(0, (int) join(Sweeps.begin(stores.get(1), CLOCK.instant(), 730, 1)));
        Instant later = CLOCK.instant().plusSeconds(121);
        assertEquals(699, (int) join(Sweeps.begin(stores.get(1), later, 730, 1)));
        assertEquals(1_199, join(ledger.dropped()).orElseThrow().newest());
    }

    /** Each holds what the other wants, but not in one transaction. */
    @Test
    public void whatHasATransactionOfItsOwnNeverWaitsForWhoWaitsForIt() throws Exception {
        Projection<Map<String, String>> theirs = Words.of(another());
        CountDownLatch queued = new CountDownLatch(1);
        CountDownLatch rowIsHeld = new CountDownLatch(1);
        CountDownLatch headIsHeld = new CountDownLatch(1);
        stores.forEach(store -> store.submit(session -> awaited(queued)));
        CompletionStage<Boolean> row = stores.get(0).submit(Work.alone(session -> {
            session.update(TOUCH);
            rowIsHeld.countDown();
            return awaited(headIsHeld);
        }));
        CompletionStage<String> change = words.append(put("a", "1"), ROOT);
        CompletionStage<String> theirChange = theirs.append(
                state -> {
                    headIsHeld.countDown();
                    awaited(rowIsHeld);
                    return put("b", "1").decide(state);
                },
                ROOT);
        CompletionStage<Integer> theirRow = stores.get(1).submit(Work.alone(session -> session.update(TOUCH)));
        queued.countDown();
        assertTrue(join(row));
        assertEquals(1, (int) join(theirRow));
        assertEquals(List.of("put", "put"), List.of(join(change), join(theirChange)));
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void untilItWorks(String key) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        while (true) {
            try {
                join(words.append(put(key, "1"), ROOT));
                return;
            } catch (CompletionException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }
}
