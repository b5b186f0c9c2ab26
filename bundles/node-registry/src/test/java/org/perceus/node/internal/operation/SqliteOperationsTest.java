package org.perceus.node.internal.operation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.ledger.internal.store.Database;
import org.perceus.ledger.testing.WatchedDatabase;
import org.perceus.node.operation.RunningOperation;

public class SqliteOperationsTest extends OperationsContract {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final AtomicReference<Connection> writer = new AtomicReference<>();

    @Override
    Database database() {
        return new WatchedDatabase(folder.getRoot().toPath().resolve("r.db"), connection -> {
            writer.set(connection);
            return connection;
        });
    }

    @Test
    public void whatAFullDiskRefusedIsSeenAndWrittenLater() throws Exception {
        pages(1);
        RunningOperation running = begin("debian-12@1");
        int begun = 1;
        while (begin("x".repeat(250)).id() != 0) {
            begun++;
        }
        assertTrue("what waits is bounded: " + begun, begun < 200);
        running.step("reading");
        assertEquals("reading", find(running.id()).newest().orElseThrow().name());
        running.done("6663 files");
        subjects(Optional.empty(), false, 1);
        assertTrue(find(running.id()).end().isPresent());
        pages(100_000);
        operations.save();
        assertEquals(begun, subjects(Optional.empty(), false, 1_000).size());
        kill();
        operations = server("one:/data", Map.of());
        assertEquals("6663 files", find(running.id()).end().orElseThrow().sentence());
        assertFalse(begin("next").id() == 0);
    }

    private void pages(int most) throws SQLException {
        try (Statement statement = writer.get().createStatement()) {
            statement.execute("PRAGMA max_page_count = " + most);
        }
    }
}
