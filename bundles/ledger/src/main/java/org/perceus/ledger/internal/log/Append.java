package org.perceus.ledger.internal.log;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.perceus.ledger.Author;
import org.perceus.ledger.Change;
import org.perceus.ledger.Decision;
import org.perceus.ledger.Decision.Outcome;
import org.perceus.ledger.store.Session;
import org.perceus.ledger.store.Work;

/** Decides on the newest state and appends the outcome. */
final class Append<S, R> implements Work<R> {
    private final ChangeLog log;
    private final FoldedState<S> state;
    private final Decision<S, R> decision;
    private final Author author;
    private final Clock clock;
    private Optional<Change> appended = Optional.empty();
    private S before;

    Append(ChangeLog log, FoldedState<S> state, Decision<S, R> decision, Author author, Clock clock) {
        this.log = log;
        this.state = state;
        this.decision = decision;
        this.author = author;
        this.clock = clock;
    }

    @Override
    public R write(Session session) throws SQLException {
        log.lock(session);
        before = state.next();
        Outcome<S, R> outcome = decision.decide(before);
        if (!outcome.differences().isEmpty()) {
            Instant at = Instant.ofEpochMilli(clock.millis());
            Change change = new Change(log.next(), at, author, outcome.differences());
            appended = Optional.of(change);
            log.append(session, change);
            state.next(outcome.next());
        }
        return outcome.result();
    }

    @Override
    public void undo() {
        if (appended.isPresent()) {
            log.takeBack(appended.get());
            state.next(before);
        }
    }

    @Override
    public boolean isDeferred() {
        return true;
    }
}
