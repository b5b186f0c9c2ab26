package org.perceus.node.internal.registry;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.node.Name;
import org.perceus.node.RegistrySnapshot;

public class CrashTest {
    private static final int ROUNDS = 20;
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final int KILLED = 128 + 9;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void everyAcknowledgedChangeOutlivesAKilledProcess() throws Exception {
        Path file = folder.getRoot().toPath().resolve("r.db");
        Random random = new Random();
        Set<Name> acknowledged = new HashSet<>();
        Instant end = Instant.now().plus(LONGEST);
        int rounds = 0;
        while (rounds < ROUNDS && Instant.now().isBefore(end)) {
            acknowledged.addAll(addUntilKilled(file, rounds++, random.nextInt(250)));
            try (TestSite site = TestSite.withLan(file)) {
                RegistrySnapshot snapshot = site.registry.snapshot();
                for (Name name : acknowledged) {
                    assertTrue("lost " + name, snapshot.node(name).isPresent());
                }
                snapshot.nodes()
                        .forEach(node -> assertEquals(
                                node.mac(), snapshot.node(node.name()).get().mac()));
            }
        }
        assertTrue("rounds: " + rounds, rounds > 2);
        assertTrue("nothing was acknowledged", acknowledged.size() > rounds);
    }

    private static Set<Name> addUntilKilled(Path file, int round, int millis) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Adder.class.getName(),
                        file.toString(),
                        Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Set<Name> names = new HashSet<>();
        try (BufferedReader lines = child.inputReader(StandardCharsets.US_ASCII)) {
            String first = lines.readLine();
            assertTrue("the child adds nothing", first != null);
            names.add(new Name(first));
            Thread.sleep(millis);
            child.toHandle().destroyForcibly();
            // a line that was cut off has no full stop
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith(".")) {
                    names.add(new Name(line.substring(0, line.length() - 1)));
                }
            }
        }
        assertTrue(child.waitFor(10, TimeUnit.SECONDS));
        assertEquals(KILLED, child.exitValue());
        return names;
    }

    /** Adds nodes without end and prints the name of each when it is durable. */
    public static final class Adder {
        private Adder() {}

        /** @param arguments the database and a number that no other call has */
        public static void main(String[] arguments) {
            TestSite site = TestSite.withLan(Path.of(arguments[0]));
            long first = Long.parseLong(arguments[1]) * 100_000 + 1;
            boolean begun = false;
            for (long mac = first; mac < first + 100_000; mac += 4) {
                for (long next = mac; next < mac + 3; next++) {
                    site.registry
                            .discover(TestSite.mac(next), TestSite.LINK, Optional.empty())
                            .thenAccept(result -> {});
                }
                String name = site.discover(mac + 3).name().value();
                System.out.println(begun ? name + "." : name);
                System.out.flush();
                begun = true;
            }
        }
    }
}
