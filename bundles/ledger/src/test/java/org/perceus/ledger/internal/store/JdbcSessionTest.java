package org.perceus.ledger.internal.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class JdbcSessionTest {
    private static final String INSERT = "INSERT INTO thing (name) VALUES (?)";

    private final List<PreparedStatement> prepared = new ArrayList<>();

    @Test
    public void aStatementThatTheDatabaseEndedIsPreparedAnew() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            connection.createStatement().execute("CREATE TABLE thing (name TEXT)");
            connection.setAutoCommit(false);
            JdbcSession session = new JdbcSession(remembering(connection));
            session.update(INSERT, "one");
            prepared.get(0).close();
            assertThrows(SQLException.class, () -> session.update(INSERT, "two"));
            session.update(INSERT, "three");
            session.defer(INSERT, "four");
            prepared.get(prepared.size() - 1).close();
            assertThrows(SQLException.class, session::commit);
            session.rollback();
            session.defer(INSERT, "five");
            session.commit();
            List<String> names = new ArrayList<>();
            session.read("SELECT name FROM thing", row -> names.add(row.getString(1)));
            assertEquals(List.of("five"), names);
        }
    }

    private Connection remembering(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                JdbcSessionTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, words) -> {
                    Object result = method.invoke(connection, words);
                    if (result instanceof PreparedStatement statement) {
                        prepared.add(statement);
                    }
                    return result;
                });
    }
}
