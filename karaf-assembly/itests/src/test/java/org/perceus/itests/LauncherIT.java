package org.perceus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.ClassRule;
import org.junit.Test;

/** {@code bin/perceus} in the system's shell. */
public class LauncherIT {
    @ClassRule
    public static final Instance CONTAINER = new Instance();

    private static final int ROUNDS = 7;
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+(?: [a-z]+)*)(?:  |$)");

    @Test
    public void nodesAreAddedChangedAndDeleted() throws Exception {
        CONTAINER.printed("node", "add", "--name", "l1", "--group", "lab", "52:54:00:77:00:03");
        assertTrue(CONTAINER.printed("node", "list", "--json").contains("\"address\": \"10.77.0.100\""));
        CONTAINER.printed("node", "set", "kernel-args=console=ttyS0 quiet", "@lab");
        assertTrue(CONTAINER.printed("node", "show", "l1").contains("console=ttyS0 quiet"));
        CONTAINER.printed("node", "approve", "l1");
        CONTAINER.printed("node", "delete", "--yes", "l1");
        assertEquals("[]", CONTAINER.printed("node", "list", "--json").strip());
    }

    @Test
    public void everyListIsPrinted() throws Exception {
        assertTrue(CONTAINER.printed("module", "list").contains("stateless-ram"));
        for (String list : new String[] {"vnfs", "boot", "module"}) {
            String json = CONTAINER.printed(list, "list", "--json").strip();
            assertTrue(json, json.startsWith("[") && json.endsWith("]"));
        }
    }

    @Test
    public void everyCommandIsInTheManuals() throws Exception {
        String manual = Files.readString(Installation.home().resolve("share/man/man8/perceus.8"));
        String page = Files.readString(Installation.home().resolve("docs/commands.md"));
        List<String> commands = COMMAND.matcher(CONTAINER.printed("--help"))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertTrue(commands.toString(), commands.contains("node list"));
        for (String command : commands) {
            assertTrue("perceus.8 lacks " + command, manual.contains("\n.B " + command + "\n"));
            assertTrue("docs/commands.md lacks " + command, page.contains("`" + command));
        }
    }

    @Test
    public void everyPageIsInTheArchive() throws Exception {
        try (Stream<Path> pages = Files.list(Path.of("../../docs"))) {
            for (Path page : pages.toList()) {
                Path shipped = Installation.home().resolve("docs").resolve(page.getFileName());
                assertEquals(Files.readString(page), Files.readString(shipped));
            }
        }
    }

    /** Prints the time that a command takes; what is good depends on the machine and its load. */
    @Test
    public void aCommandTakes() throws Exception {
        long[] millis = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            Finished list = CONTAINER.perceus("node", "list");
            assertEquals(list.err(), 0, list.exit());
            millis[i] = list.millis();
        }
        long median =
                IntStream.range(0, ROUNDS).mapToLong(i -> millis[i]).sorted().toArray()[ROUNDS / 2];
        System.out.println("perceus node list: median of " + ROUNDS + " is " + median + " ms");
    }
}
