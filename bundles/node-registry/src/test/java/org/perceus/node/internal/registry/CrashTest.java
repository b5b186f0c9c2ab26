package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.ledger.internal.store.Database;
import org.perceus.ledger.internal.store.PostgresDatabase;
import org.perceus.ledger.internal.store.SqliteDatabase;
import org.perceus.ledger.testing.PostgresServer;
import org.perceus.node.Name;
import org.perceus.node.RegistrySnapshot;

/** Each round ends a process that adds nodes, at a random moment; {@code -Dperceus.crash.rounds=N} makes more of them. */
public class CrashTest {
    private static final int ROUNDS = Integer.getInteger("perceus.crash.rounds", 8);
    private static final int KILLED = 128 + 9;
    private static final int SERVER_ROUNDS = 4;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public final PostgresServer server = new PostgresServer();

    private final Random random = new Random();
    private final Set<Name> acknowledged = new HashSet<>();

    @Test
    public void everyAcknowledgedChangeOutlivesAKilledProcess() throws Exception {
        String file = folder.getRoot().toPath().resolve("r.db").toString();
        for (int round = 0; round < ROUNDS; round++) {
            addUntilKilled(file, round, () -> {});
            check(file);
        }
    }

    @Test
    public void andAKilledServerOfPostgresql() throws Exception {
        String url = server.database();
        for (int round = 0; round < ROUNDS; round++) {
            boolean withServer = round % SERVER_ROUNDS == SERVER_ROUNDS - 1;
            addUntilKilled(url, round, withServer ? server::kill : () -> {});
            if (withServer) {
                server.start();
            }
            check(url);
        }
    }

    private interface Blow {
        void strike() throws Exception;
    }

    private void check(String database) {
        try (TestSite site = site(database)) {
            RegistrySnapshot snapshot = site.registry.snapshot();
            for (Name name : acknowledged) {
                assertTrue("lost " + name, snapshot.node(name).isPresent());
            }
            snapshot.nodes()
                    .forEach(node -> assertEquals(
                            node.mac(), snapshot.node(node.name()).get().mac()));
        }
    }

    private void addUntilKilled(String database, int round, Blow before) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Adder.class.getName(),
                        database,
                        Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = child.inputReader(StandardCharsets.US_ASCII)) {
            String first = lines.readLine();
            assertTrue("the child adds nothing", first != null);
            acknowledged.add(new Name(first));
            Thread.sleep(random.nextInt(250));
            before.strike();
            child.toHandle().destroyForcibly();
            // a line that was cut off has no full stop
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith(".")) {
                    acknowledged.add(new Name(line.substring(0, line.length() - 1)));
                }
            }
        }
        assertTrue(child.waitFor(10, TimeUnit.SECONDS));
        assertEquals(KILLED, child.exitValue());
    }

    private static TestSite site(String database) {
        Database opened = database.startsWith(PostgresDatabase.SCHEME)
                ? new PostgresDatabase(database, "", "")
                : new SqliteDatabase(Path.of(database));
        TestSite site = new TestSite(opened, Map.of("namePattern", "n######"));
        site.network("lan", "10.0.0.0/8", "10.0.0.1-10.255.255.253");
        return site;
    }

    /** Adds nodes without end and prints the name of each when it is durable. */
    public static final class Adder {
        private Adder() {}

        /** @param arguments the database and a number that no other call has */
        public static void main(String[] arguments) {
            try {
                add(arguments);
            } catch (RuntimeException | Error e) {
                e.printStackTrace();
                // the threads of the site would keep the process, and the test with it
                Runtime.getRuntime().halt(1);
            }
        }

        private static void add(String[] arguments) {
            TestSite site = site(arguments[0]);
            long first = Long.parseLong(arguments[1]) * 100_000 + 1;
            boolean begun = false;
            for (long mac = first; mac < first + 100_000; mac += 4) {
                for (long next = mac; next < mac + 3; next++) {
                    site.registry
                            .discover(TestSite.mac(next), TestSite.LINK, Optional.empty())
                            .exceptionally(failure -> null);
                }
                Optional<String> name = added(site, mac + 3);
                if (name.isPresent()) {
                    System.out.println(begun ? name.get() + "." : name.get());
                    System.out.flush();
                    begun = true;
                }
            }
        }

        /** The name, when it is durable. */
        private static Optional<String> added(TestSite site, long mac) {
            try {
                return Optional.of(
                        TestSite.changed(site.registry.discover(TestSite.mac(mac), TestSite.LINK, Optional.empty()))
                                .get(0)
                                .name()
                                .value());
            } catch (AssertionError e) {
                return Optional.empty();
            }
        }
    }
}
