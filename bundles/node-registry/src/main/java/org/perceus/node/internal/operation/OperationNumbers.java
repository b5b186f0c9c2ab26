package org.perceus.node.internal.operation;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.OptionalLong;
import java.util.Queue;
import org.perceus.ledger.store.Session;
import org.perceus.ledger.store.Store;
import org.perceus.ledger.store.Work;

/**
 * Numbers that no other server gives. They are taken from the database in blocks, ahead of their use, so that nobody waits for
 * it; while it takes nothing they run out, which bounds what waits in memory to be written. Thread-safe.
 */
final class OperationNumbers {
    private static final int BLOCK = 16;

    private final Store store;
    private final Queue<Long> free = new ArrayDeque<>();
    private boolean reserving;

    OperationNumbers(Store store) {
        this.store = store;
    }

    /** The next one; empty when they have run out. */
    synchronized OptionalLong take() {
        Long number = free.poll();
        if (free.size() < BLOCK / 2 && !reserving) {
            reserving = true;
            store.submit(Work.alone(OperationNumbers::reserve)).whenComplete(this::reserved);
        }
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** Begins with a block, in the transaction of a start. */
    synchronized void begin(Session session) throws SQLException {
        add(reserve(session));
    }

    /** The last number of a block. */
    private static long reserve(Session session) throws SQLException {
        // the update comes first: it holds other servers off until the transaction ends
        session.update("UPDATE operation_number SET newest = newest + ?", BLOCK);
        return session.query("SELECT newest FROM operation_number", row -> row.getLong(1))
                .get(0);
    }

    private synchronized void reserved(Long last, Throwable failure) {
        reserving = false;
        if (failure == null) {
            add(last);
        }
    }

    private void add(long last) {
        for (long number = last - BLOCK + 1; number <= last; number++) {
            free.add(number);
        }
    }
}
