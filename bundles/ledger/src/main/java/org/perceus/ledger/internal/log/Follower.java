package org.perceus.ledger.internal.log;

import java.util.function.Consumer;
import org.perceus.ledger.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One who gets each change once, in order. Belongs to the store's thread. */
final class Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final Consumer<Change> receiver;
    private long position;

    /** @param position the id of the last change that it knows */
    Follower(long position, Consumer<Change> receiver) {
        this.position = position;
        this.receiver = receiver;
    }

    long position() {
        return position;
    }

    void beginAfter(long id) {
        position = id;
    }

    void deliver(Change change) {
        if (change.id() <= position) {
            return;
        }
        position = change.id();
        try {
            receiver.accept(change);
        } catch (RuntimeException e) {
            LOG.error("One who follows the ledger failed at change {}", change.id(), e);
        }
    }
}
