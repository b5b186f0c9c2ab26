package org.perceus.node.internal.journal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.perceus.node.internal.registry.TestSite.mac;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.ledger.internal.store.SqliteDatabase;
import org.perceus.node.BootEvent;
import org.perceus.node.NodeState;
import org.perceus.node.internal.registry.TestSite;

/** What a site holds in memory whose nodes booted often. */
public class JournalSizeTest {
    private static final int NODES = 20_000;
    private static final int BOOTS = 10;
    private static final int EVENTS = 12;

    /** Of each node, whatever its boots were. */
    private static final long MOST_BYTES = 1_024;

    private static final int MINUTE = 60_000;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void memoryDoesNotGrowWithWhatHappened() throws SQLException {
        Path file = folder.getRoot().toPath().resolve("r.db");
        write(file);
        long before = held();
        try (TestSite site = new TestSite(file)) {
            long node = (held() - before) / NODES;
            assertTrue(node + " bytes of each node", node < MOST_BYTES);
            assertEquals(
                    NodeState.READY,
                    site.journal.latest(mac(NODES)).orElseThrow().last().state());
            assertEquals(
                    Optional.of("4 CPU"),
                    site.journal.latest(mac(1)).orElseThrow().facts().hardware());
            assertEquals(BOOTS, site.boots(Optional.of(mac(1)), 100).size());
            assertEquals(EVENTS, site.boots(Optional.empty(), 1).get(0).events().size());
        }
    }

    private static void write(Path file) throws SQLException {
        try (SqliteDatabase opened = new SqliteDatabase(file);
                Connection database = opened.open()) {
            PreparedStatement boot = database.prepareStatement("INSERT INTO boot VALUES (?, ?, ?, 1)");
            PreparedStatement event = database.prepareStatement("INSERT INTO boot_event VALUES (?, ?, ?, ?, ?, ?, ?)");
            PreparedStatement recent =
                    database.prepareStatement("INSERT INTO recent_boot VALUES (?, ?, ?, ?, 'ready', 'ready', ?, ?, ?, "
                            + EVENTS + ", 0, 'starting', '4 CPU', 'debian-12@1 by stateless-ram', NULL, NULL)");
            for (int number = 1; number <= BOOTS; number++) {
                long started = number * 100L * MINUTE;
                long ended = started + MINUTE;
                for (int i = 1; i <= NODES; i++) {
                    long mac = mac(i).value();
                    run(boot, mac, started, ended);
                    for (int item = 0; item < EVENTS; item++) {
                        boolean last = item == EVENTS - 1;
                        String step = last ? "ready" : item == 4 ? BootEvent.HARDWARE : "step " + item;
                        String detail = "node " + i + " in boot " + number;
                        run(event, mac, started, item, ended, last ? "ready" : "provisioning", step, detail);
                    }
                    if (number == BOOTS) {
                        run(recent, mac, started, ended, ended, "Linux 6.1.0 of node " + i, ended, ended);
                    }
                }
            }
            database.commit();
        }
    }

    private static void run(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }

    private static long held() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
