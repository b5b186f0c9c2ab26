package org.perceus.node.internal.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.perceus.ledger.Author;
import org.perceus.ledger.store.Session;
import org.perceus.node.operation.Operation;
import org.perceus.node.operation.Operation.End;
import org.perceus.node.operation.Operation.Step;
import org.perceus.node.operation.OperationKind;

/** Operations in the database, for one transaction or question. Belongs to one thread. */
record OperationTable(Session session) {
    private static final String SELECT =
            "SELECT o.id, o.kind, o.subject, o.who, o.deed, o.why, o.started, o.ended, o.succeeded, o.sentence,"
                    + " o.percent, s.at, s.step FROM operation o LEFT JOIN operation_step s ON s.operation_id = o.id AND s.item ="
                    + " (SELECT MAX(item) FROM operation_step WHERE operation_id = o.id) WHERE ";
    private static final String LOST =
            "the container ended while it ran (a kill, a crash or a power cut): what was not finished by then is gone,"
                    + " start it again";

    /** Writes an operation, and its steps from the one with a number on. */
    void save(Operation operation, String server, int fromStep) throws SQLException {
        Optional<End> end = operation.end();
        session.update(
                "INSERT INTO operation (id, server, kind, subject, who, deed, why, started, ended, succeeded, sentence,"
                        + " percent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                        + " ended = excluded.ended, succeeded = excluded.succeeded, sentence = excluded.sentence,"
                        + " percent = excluded.percent",
                operation.id(),
                server,
                operation.kind().toString(),
                operation.subject(),
                operation.author().who(),
                operation.author().deed(),
                operation.author().why(),
                operation.started().toEpochMilli(),
                end.map(how -> how.at().toEpochMilli()).orElse(null),
                end.map(how -> how.succeeded() ? 1 : 0).orElse(null),
                end.map(End::sentence).orElse(null),
                operation.percent().isPresent() ? operation.percent().getAsInt() : null);
        for (int item = fromStep; item < operation.steps().size(); item++) {
            Step step = operation.steps().get(item);
            session.update(
                    "INSERT INTO operation_step (operation_id, item, at, step) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT (operation_id, item) DO UPDATE SET at = excluded.at, step = excluded.step",
                    operation.id(),
                    item,
                    step.at().toEpochMilli(),
                    step.name());
        }
    }

    /** Ends what a server had under way when it was killed. */
    int endLost(String server) throws SQLException {
        return session.update(
                "UPDATE operation SET succeeded = 0, sentence = ?, ended = COALESCE((SELECT MAX(at) FROM operation_step"
                        + " WHERE operation_id = id), started) WHERE ended IS NULL AND server = ?",
                LOST,
                server);
    }

    /** Operations, newest first, each with its newest step alone. */
    List<Operation> newest(Optional<OperationKind> kind, boolean running, int limit) throws SQLException {
        String wanted = kind.map(OperationKind::toString).orElse("");
        return session.query(
                SELECT + (running ? "o.ended IS NULL AND " : "") + "(? = '' OR o.kind = ?) ORDER BY o.id DESC LIMIT ?",
                OperationTable::inShort,
                wanted,
                wanted,
                limit);
    }

    Optional<Operation> find(long id) throws SQLException {
        List<Operation> found = session.query(SELECT + "o.id = ?", OperationTable::inShort, id);
        return found.isEmpty() ? Optional.empty() : Optional.of(whole(found.get(0)));
    }

    private Operation whole(Operation inShort) throws SQLException {
        List<Step> steps = session.query(
                "SELECT at, step FROM operation_step WHERE operation_id = ? ORDER BY item",
                row -> new Step(Instant.ofEpochMilli(row.getLong(1)), row.getString(2)),
                inShort.id());
        return new Operation(
                inShort.id(),
                inShort.kind(),
                inShort.subject(),
                inShort.author(),
                inShort.started(),
                steps,
                inShort.percent(),
                inShort.end());
    }

    private static Operation inShort(ResultSet row) throws SQLException {
        return new Operation(
                row.getLong(1),
                OperationKind.find(row.getString(2)).orElseThrow(),
                row.getString(3),
                new Author(row.getString(4), row.getString(5), row.getString(6)),
                Instant.ofEpochMilli(row.getLong(7)),
                step(row),
                percent(row),
                end(row));
    }

    private static List<Step> step(ResultSet row) throws SQLException {
        String name = row.getString(13);
        return name == null ? List.of() : List.of(new Step(Instant.ofEpochMilli(row.getLong(12)), name));
    }

    private static OptionalInt percent(ResultSet row) throws SQLException {
        int percent = row.getInt(11);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(percent);
    }

    private static Optional<End> end(ResultSet row) throws SQLException {
        long ended = row.getLong(8);
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new End(Instant.ofEpochMilli(ended), row.getInt(9) == 1, row.getString(10)));
    }
}
