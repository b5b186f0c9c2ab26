package org.perceus.ledger.internal.log;

import java.util.function.Consumer;
import org.perceus.ledger.Change;
import org.perceus.ledger.Follower;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One who gets each change once, in order. Belongs to the store's thread. */
final class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final Follower receiver;
    private long position;

    /** @param position the id of the last change that it knows */
    Following(long position, Follower receiver) {
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
        tell(change, receiver::changed);
    }

    /** Delivers all things as they are, in the place of changes that are not there any more. */
    void restart(Change all) {
        tell(all, receiver::restarted);
    }

    private void tell(Change change, Consumer<Change> how) {
        if (change.id() <= position) {
            return;
        }
        position = change.id();
        try {
            how.accept(change);
        } catch (RuntimeException e) {
            LOG.error("One who follows the ledger failed at change {}", change.id(), e);
        }
    }
}
