package org.perceus.ledger.internal.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SqliteDatabaseTest {
    private static final int FULL = 2;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void losesNothingThatIsCommitted() throws SQLException {
        try (Connection connection = open("r.db")) {
            JdbcSession session = new JdbcSession(connection);
            assertEquals(List.of("wal"), pragma(session, "journal_mode"));
            assertEquals(List.of(Integer.toString(FULL)), pragma(session, "synchronous"));
            assertEquals(List.of("1"), pragma(session, "foreign_keys"));
            assertFalse(connection.getAutoCommit());
        }
    }

    @Test
    public void makesItsFolderForItselfAlone() throws Exception {
        open("deep/er/r.db").close();
        Path made = folder.getRoot().toPath().resolve("deep/er");
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
    }

    @Test
    public void saysWhenAFileIsNoDatabase() throws Exception {
        Path file = folder.getRoot().toPath().resolve("r.db");
        Files.writeString(file, "not a database, and long enough to be taken for one".repeat(100));
        var refusal = assertThrows(SQLException.class, () -> new DatabaseStore(new SqliteDatabase(file), 1));
        assertTrue(refusal.getMessage(), refusal.getMessage().contains("not a database"));
    }

    @Test
    public void saysWhenItsFolderCannotBeMade() throws Exception {
        Files.writeString(folder.getRoot().toPath().resolve("file"), "");
        var refusal = assertThrows(SQLException.class, () -> open("file/r.db"));
        assertTrue(refusal.getMessage(), refusal.getMessage().startsWith("cannot make the folder"));
    }

    private Connection open(String name) throws SQLException {
        return new SqliteDatabase(folder.getRoot().toPath().resolve(name)).open();
    }

    private static List<String> pragma(JdbcSession session, String name) throws SQLException {
        return session.query("PRAGMA " + name, row -> row.getString(1));
    }
}
