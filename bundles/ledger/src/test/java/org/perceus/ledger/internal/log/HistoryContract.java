package org.perceus.ledger.internal.log;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.perceus.ledger.internal.log.Words.ROOT;
import static org.perceus.ledger.internal.log.Words.many;
import static org.perceus.ledger.internal.log.Words.put;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.perceus.ledger.Change;
import org.perceus.ledger.DroppedChanges;
import org.perceus.ledger.Follower;
import org.perceus.ledger.internal.retention.Sweeps;

/** What a ledger does on any database, also with changes that are too old or too many. */
public abstract class HistoryContract extends LedgerContract {
    /** Drops all but some changes, as of the store that was opened first. */
    final int dropAllBut(int changes) {
        return join(Sweeps.begin(stores.get(0), CLOCK.instant(), 730, changes));
    }

    @Test
    public void whatIsBeyondANumberIsDroppedAndWhatItMadeStays() throws Exception {
        join(words.append(put("a", "kept"), ROOT));
        for (int i = 0; i < 1_200; i++) {
            words.append(put("b", "" + i), ROOT);
        }
        assertEquals(Optional.empty(), join(ledger.dropped()));
        assertEquals(1_191, dropAllBut(10));
        assertEquals(0, dropAllBut(10));
        assertEquals(10, ids(Set.of(), Long.MAX_VALUE, 10_000).size());
        assertEquals(List.of(), ids(Set.of("a"), Long.MAX_VALUE, 10));
        assertEquals(List.of(1_193L, 1_192L), ids(Set.of("b"), 1_194, 10));
        assertEquals(Optional.empty(), join(ledger.change(1_191)));
        assertEquals(1_192, join(ledger.change(1_192)).orElseThrow().id());
        DroppedChanges dropped = join(ledger.dropped()).orElseThrow();
        assertEquals(new DroppedChanges(1_191, CLOCK.instant(), "historyChanges"), dropped);
        assertEquals(
                "changes up to 2026-11-01T12:00:00Z were dropped by historyChanges (etc/org.perceus.ledger.cfg)",
                dropped.sentence());
        reopen();
        assertEquals(Map.of("a", "kept", "b", "1199"), words.state());
        join(words.append(put("c", "1"), ROOT));
        assertEquals(1_202, join(ledger.change(1_202)).orElseThrow().id());
    }

    @Test
    public void whatIsTooOldIsDropped() throws Exception {
        join(words.append(put("a", "1"), ROOT));
        join(words.append(put("a", "2"), ROOT));
        Instant later = CLOCK.instant().plus(Duration.ofDays(30));
        assertEquals(0, (int) join(Sweeps.begin(stores.get(0), later, 30, 100)));
        assertEquals(2, (int) join(Sweeps.begin(stores.get(0), later.plusMillis(1), 30, 100)));
        assertEquals("historyDays", join(ledger.dropped()).orElseThrow().limit());
        assertEquals(List.of(), ids(Set.of(), Long.MAX_VALUE, 10));
        reopen();
        join(words.append(put("a", "3"), ROOT));
        assertEquals(List.of(3L), ids(Set.of(), Long.MAX_VALUE, 10));
    }

    @Test
    public void aLargeChangeGoesInPartsBetweenWhichOthersAppendAndNobodySeesAPart() {
        join(words.append(many(5_000), ROOT));
        join(words.append(put("a", "1"), ROOT));
        List<Integer> seen = new ArrayList<>();
        List<String> appended = new ArrayList<>();
        join(Sweeps.begin(stores.get(0), CLOCK.instant(), 730, 1, next -> {
            // on a thread of the store, which may not be waited for there
            new Thread(() -> {
                        seen.add(join(ledger.change(1))
                                .map(change -> change.differences().size())
                                .orElse(0));
                        appended.add(join(words.append(put("a", "x" + seen.size()), ROOT)));
                        next.run();
                    })
                    .start();
        }));
        assertTrue("it took " + seen.size() + " parts", seen.size() > 5);
        assertTrue(seen.toString(), seen.stream().allMatch(size -> size == 0));
        assertTrue(appended.stream().allMatch("put"::equals));
        assertEquals(5_001, words.state().size());
    }

    @Test
    public void whoFollowsFromBeforeWhatIsKeptGetsAllThingsAsTheyAre() {
        join(words.append(put("gone", "1"), ROOT));
        join(words.append(put("gone", null), ROOT));
        join(words.append(put("a", "1"), ROOT));
        join(words.append(put("b", "1"), ROOT));
        join(words.append(put("b", "2"), ROOT));
        dropAllBut(2);
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        join(ledger.follow(0, follower(seen)));
        join(words.append(put("c", "1"), ROOT));
        assertEquals(List.of("restart 5 a:>1b:>2", "6 c:>1"), seen);
        seen.clear();
        join(ledger.follow(3, follower(seen)));
        join(words.append(put("c", "2"), ROOT));
        assertEquals("who knows all that was dropped misses nothing", "4 b:>1", seen.get(0));
    }

    static Follower follower(List<String> seen) {
        return new Follower() {
            @Override
            public void changed(Change change) {
                seen.add(Words.text(change));
            }

            @Override
            public void restarted(Change all) {
                seen.add("restart " + Words.text(all));
            }
        };
    }
}
