package org.perceus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.ClassRule;
import org.junit.Test;

/** The container ends and comes back with all that it acknowledged. */
public class RestartIT {
    @ClassRule
    public static final Instance CONTAINER = new Instance();

    private static final int CONTAINER_IS_DOWN = 3;

    @Test
    public void nodesOutliveAnOrderlyEnd() throws Exception {
        String nodes = changed("52:54:00:77:00:05");
        CONTAINER.stop();
        assertTrue(CONTAINER.log().contains("of org.perceus.stateless-ram went"));
        assertEquals(CONTAINER_IS_DOWN, CONTAINER.perceus("node", "list").exit());
        CONTAINER.start();
        assertEquals(nodes, CONTAINER.printed("node", "show", "--json", "*"));
    }

    @Test
    public void nodesOutliveASuddenEnd() throws Exception {
        String nodes = changed("52:54:00:77:00:06");
        CONTAINER.kill();
        assertEquals(CONTAINER_IS_DOWN, CONTAINER.perceus("node", "list").exit());
        CONTAINER.start();
        assertEquals(nodes, CONTAINER.printed("node", "show", "--json", "*"));
    }

    @Test
    public void aSecondContainerOnTheSameDataIsRefused() throws Exception {
        Finished second = CONTAINER.run("karaf", "server");
        assertEquals(second.toString(), 1, second.exit());
        assertTrue(second.err(), second.err().contains("the container is running already"));
        CONTAINER.printed("node", "list");
    }

    private static String changed(String mac) throws Exception {
        CONTAINER.printed("node", "add", mac);
        CONTAINER.printed("node", "set", "kernel-args=quiet", mac);
        return CONTAINER.printed("node", "show", "--json", "*");
    }
}
