package org.perceus.node.internal.registry;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.perceus.node.Author;
import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Rejected;
import org.perceus.node.MacAddress;
import org.perceus.node.internal.change.Advisers;
import org.perceus.node.internal.change.Change;
import org.perceus.node.internal.change.Draft;
import org.perceus.node.internal.journal.BootEraser;
import org.perceus.node.internal.state.GroupChange;
import org.perceus.node.internal.state.NodeChange;
import org.perceus.node.internal.state.Published;
import org.perceus.node.internal.state.RegistryState;
import org.perceus.node.internal.store.Session;
import org.perceus.node.internal.store.Work;
import org.perceus.node.internal.table.GroupTable;
import org.perceus.node.internal.table.HistoryTable;
import org.perceus.node.internal.table.NodeTable;

/** Makes works for the store of changes, over the one state that they change. */
final class ChangeWriter {
    private final RegistryState state = new RegistryState();
    private final NodeTable nodes = new NodeTable();
    private final GroupTable groups = new GroupTable();
    private final HistoryTable history = new HistoryTable();
    private final Published published;
    private final BootEraser boots;
    private final Clock clock;
    private final Advisers advisers;
    private boolean unpublished;

    /** @param advisers asked at each change */
    ChangeWriter(Published published, BootEraser boots, Clock clock, Advisers advisers) {
        this.published = published;
        this.boots = boots;
        this.advisers = advisers;
        this.clock = clock;
    }

    /** Reads the database and publishes it. */
    Work<Void> load() {
        return session -> {
            nodes.load(session, state);
            groups.load(session, state);
            history.load(session);
            unpublished = true;
            publish();
            return null;
        };
    }

    /** Called on the store's thread. */
    void publish() {
        if (unpublished) {
            unpublished = false;
            published.nodes(state.freeze());
        }
    }

    Work<ChangeResult> work(Change change, Author author) {
        return new ChangeWork(change, author);
    }

    /** Decides a change and takes it back. */
    Work<ChangeResult> trial(Change change) {
        return session -> {
            Draft draft = new Draft(state, published, advisers);
            try {
                return change.decide(draft);
            } finally {
                draft.undo();
            }
        };
    }

    private final class ChangeWork implements Work<ChangeResult> {
        private final Change change;
        private final Author author;
        private final Draft draft;
        private Work<Void> erasure = session -> null;

        ChangeWork(Change change, Author author) {
            this.change = change;
            this.author = author;
            this.draft = new Draft(state, published, advisers);
        }

        @Override
        public ChangeResult write(Session session) throws SQLException {
            ChangeResult result = change.decide(draft);
            if (result instanceof Rejected) {
                draft.undo();
            } else if (!draft.isEmpty()) {
                save(session);
            }
            return result;
        }

        @Override
        public void undo() {
            erasure.undo();
            draft.undo();
        }

        private void save(Session session) throws SQLException {
            unpublished = true;
            for (NodeChange node : draft.nodeChanges()) {
                nodes.save(session, node);
            }
            for (GroupChange group : draft.groupChanges()) {
                groups.save(session, group);
            }
            history.add(session, clock.instant(), author, draft);
            List<MacAddress> gone = draft.nodeChanges().stream()
                    .filter(node -> node.after().isEmpty())
                    .map(NodeChange::mac)
                    .toList();
            if (!gone.isEmpty()) {
                erasure = boots.erasure(gone);
                erasure.write(session);
            }
        }
    }
}
