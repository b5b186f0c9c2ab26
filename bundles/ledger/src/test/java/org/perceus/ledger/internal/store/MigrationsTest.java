package org.perceus.ledger.internal.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class MigrationsTest {
    private Connection connection;
    private JdbcSession session;

    @Before
    public void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        connection.setAutoCommit(false);
        session = new JdbcSession(connection);
    }

    @After
    public void close() throws SQLException {
        session.close();
    }

    @Test
    public void appliesEachFileOnce() throws SQLException {
        new Migrations("sqlite", List.of("V1__registry.sql")).apply(session);
        new Migrations("sqlite", List.of("V1__registry.sql")).apply(session);
        assertEquals(List.of("1 V1__registry.sql"), versions());
        new Migrations("sqlite", List.of("V1__registry.sql", "test-V2__more.sql")).apply(session);
        assertEquals(List.of("1 V1__registry.sql", "2 test-V2__more.sql"), versions());
        assertEquals(1, session.update("INSERT INTO more (id) VALUES (1)"));
    }

    @Test
    public void aFileThatFailsLeavesTheSchemaAsItWas() throws SQLException {
        new Migrations("sqlite", List.of("V1__registry.sql")).apply(session);
        assertThrows(
                SQLException.class,
                () -> new Migrations("sqlite", List.of("V1__registry.sql", "test-V2__broken.sql")).apply(session));
        session.rollback();
        assertEquals(List.of("1 V1__registry.sql"), versions());
        assertThrows(SQLException.class, () -> session.update("INSERT INTO half_done (id) VALUES (1)"));
    }

    @Test
    public void refusesADatabaseOfALaterPerceus() throws SQLException {
        new Migrations("sqlite", List.of("V1__registry.sql", "test-V2__more.sql")).apply(session);
        var refusal = assertThrows(
                SQLException.class, () -> new Migrations("sqlite", List.of("V1__registry.sql")).apply(session));
        assertTrue(refusal.getMessage(), refusal.getMessage().contains("its schema has version 2"));
    }

    private List<String> versions() throws SQLException {
        return session.query(
                "SELECT version, name FROM schema_version ORDER BY version",
                row -> row.getInt(1) + " " + row.getString(2));
    }
}
