package org.perceus.ledger.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.perceus.ledger.store.Session;

/** Brings a database to the newest schema: numbered files of SQL, each applied once, in order, in a transaction. */
final class Migrations {
    private final String folder;
    private final List<String> files;

    /**
     * @param folder of the kind of database
     * @param files in the order of their numbers, which begin with 1; those that were released never change
     */
    Migrations(String folder, List<String> files) {
        this.folder = folder;
        this.files = files;
    }

    void apply(JdbcSession session) throws SQLException {
        session.update("CREATE TABLE IF NOT EXISTS schema_version"
                + " (version INTEGER NOT NULL PRIMARY KEY, name VARCHAR(100) NOT NULL)");
        int version = version(session);
        if (version > files.size()) {
            throw new SQLException("its schema has version " + version + ", and this Perceus knows versions up to "
                    + files.size() + ": install the Perceus that wrote it, or a later one");
        }
        for (int next = version + 1; next <= files.size(); next++) {
            String name = files.get(next - 1);
            for (String statement : read(name).split(";\\s*(\n|$)")) {
                session.update(statement);
            }
            session.update("INSERT INTO schema_version (version, name) VALUES (?, ?)", next, name);
        }
        session.commit();
    }

    private static int version(Session session) throws SQLException {
        return session.query("SELECT COALESCE(MAX(version), 0) FROM schema_version", row -> row.getInt(1))
                .get(0);
    }

    private String read(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream("/db/" + folder + "/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
