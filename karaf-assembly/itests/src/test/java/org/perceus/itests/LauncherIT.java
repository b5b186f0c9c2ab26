package org.perceus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.stream.IntStream;
import org.junit.ClassRule;
import org.junit.Test;

/** {@code bin/perceus} in the system's shell. */
public class LauncherIT {
    @ClassRule
    public static final Instance CONTAINER = new Instance();

    private static final int ROUNDS = 7;

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
