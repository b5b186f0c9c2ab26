package org.perceus.ledger.internal.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.ledger.store.Session;
import org.perceus.ledger.store.StoreBusyException;
import org.perceus.ledger.store.Work;
import org.perceus.ledger.testing.WatchedDatabase;

public class DatabaseStoreTest {
    private static final int WAITING = 4;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final AtomicBoolean commitFails = new AtomicBoolean();
    private final AtomicBoolean rollbackFails = new AtomicBoolean();
    private final List<String> undone = Collections.synchronizedList(new ArrayList<>());
    private DatabaseStore store;

    @Before
    public void open() throws SQLException {
        store = new DatabaseStore(
                new WatchedDatabase(folder.getRoot().toPath().resolve("r.db"), this::fragile), WAITING);
    }

    @After
    public void close() throws InterruptedException {
        store.close();
    }

    @Test
    public void aWorkThatFailsLeavesTheOthersOfItsGroupAlone() throws InterruptedException {
        CountDownLatch hold = new CountDownLatch(1);
        holdWriter(hold);
        CompletionStage<Integer> first = store.submit(insert("first"));
        CompletionStage<Integer> broken = store.submit(new Work<>() {
            @Override
            public Integer write(Session session) throws SQLException {
                insert("half done").write(session);
                throw new IllegalStateException("a fault");
            }

            @Override
            public void undo() {
                undone.add("broken");
            }
        });
        CompletionStage<Integer> last = store.submit(insert("last"));
        hold.countDown();
        assertEquals(1, (int) join(first));
        assertEquals(1, (int) join(last));
        assertThrows(CompletionException.class, () -> join(broken));
        assertEquals(List.of("first", "last"), names());
        assertEquals(List.of("broken"), undone);
    }

    @Test
    public void aWorkThatWantsItHasATransactionOfItsOwn() throws InterruptedException {
        CountDownLatch hold = new CountDownLatch(1);
        holdWriter(hold);
        CompletionStage<Long> first = store.submit(Session::transaction);
        CompletionStage<Long> second = store.submit(Session::transaction);
        CompletionStage<Long> alone = store.submit(Work.alone(Session::transaction));
        CompletionStage<Long> last = store.submit(Session::transaction);
        hold.countDown();
        assertEquals(join(first), join(second));
        assertEquals(join(second) + 1, (long) join(alone));
        assertEquals(join(alone) + 1, (long) join(last));
    }

    @Test
    public void aCommitThatFailsUndoesItsGroupInReverse() {
        commitFails.set(true);
        assertGroupFails();
        assertEquals(List.of("b", "a"), undone);
        commitFails.set(false);
        assertEquals(1, (int) join(store.submit(insert("later"))));
        assertEquals(List.of("later"), names());
    }

    @Test
    public void aBrokenConnectionIsOpenedAnew() {
        commitFails.set(true);
        rollbackFails.set(true);
        assertGroupFails();
        commitFails.set(false);
        rollbackFails.set(false);
        assertEquals(1, (int) join(store.submit(insert("later"))));
        assertEquals(List.of("later"), names());
    }

    @Test
    public void publishesBeforeItReplies() throws Exception {
        AtomicBoolean published = new AtomicBoolean();
        AutoCloseable subscription = store.afterCommit(() -> published.set(true));
        assertTrue(join(store.submit(insert("a")).thenApply(rows -> published.get())));
        subscription.close();
        published.set(false);
        assertFalse(join(store.submit(insert("b")).thenApply(rows -> published.get())));
    }

    @Test
    public void aFaultyPublisherDoesNotUndoWhatIsOnDisk() {
        store.afterCommit(() -> {
            throw new IllegalStateException("a fault");
        });
        assertEquals(1, (int) join(store.submit(insert("a"))));
        assertEquals(List.of("a"), names());
    }

    @Test
    public void aFullQueueSaysSo() {
        CountDownLatch hold = new CountDownLatch(1);
        holdWriter(hold);
        List<CompletionStage<Void>> stages = new ArrayList<>();
        for (int i = 0; i < WAITING + 1; i++) {
            stages.add(store.submit(session -> waitFor(hold)));
        }
        var last = stages.get(WAITING).toCompletableFuture();
        hold.countDown();
        var failure = assertThrows(CompletionException.class, last::join);
        assertTrue(failure.getCause() instanceof StoreBusyException);
        assertEquals(
                "4 changes are waiting for the database: try again in a moment",
                failure.getCause().getMessage());
    }

    @Test
    public void writesWhatWaitsBeforeItCloses() throws Exception {
        CompletionStage<Integer> last = store.submit(insert("last"));
        store.close();
        assertEquals(1, (int) join(last));
        assertThrows(CompletionException.class, () -> join(store.submit(insert("too late"))));
        open();
        assertEquals(List.of("last"), names());
    }

    private void assertGroupFails() {
        CountDownLatch hold = new CountDownLatch(1);
        holdWriter(hold);
        CompletionStage<Integer> first = store.submit(undoable("a"));
        CompletionStage<Integer> second = store.submit(undoable("b"));
        hold.countDown();
        assertThrows(CompletionException.class, () -> join(first));
        assertThrows(CompletionException.class, () -> join(second));
    }

    private Work<Integer> undoable(String name) {
        return new Work<>() {
            @Override
            public Integer write(Session session) throws SQLException {
                return insert(name).write(session);
            }

            @Override
            public void undo() {
                undone.add(name);
            }
        };
    }

    private static Work<Integer> insert(String name) {
        return session -> session.update("INSERT INTO document (topic, thing, content) VALUES ('test', ?, 'x')", name);
    }

    /** Returns when the writer has a group of one in hand, which it keeps until the latch opens. */
    private void holdWriter(CountDownLatch hold) {
        CountDownLatch begun = new CountDownLatch(1);
        store.submit(session -> {
            begun.countDown();
            return waitFor(hold);
        });
        waitFor(begun);
    }

    private static Void waitFor(CountDownLatch latch) {
        try {
            latch.await();
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> names() {
        return join(store.submit(
                session -> session.query("SELECT thing FROM document ORDER BY thing", row -> row.getString(1))));
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private Connection fragile(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean fails = method.getName().equals("commit") && commitFails.get()
                            || method.getName().equals("rollback") && rollbackFails.get();
                    if (fails) {
                        throw new SQLException("out of order");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
