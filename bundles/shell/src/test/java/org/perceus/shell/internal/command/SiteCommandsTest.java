package org.perceus.shell.internal.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.perceus.shell.testing.FakeScreen;

/** Commands that show the site. */
public class SiteCommandsTest extends CommandsTestCase {
    @Test
    public void listsGroupsNetworksAndModules() throws Exception {
        for (String command : List.of("group-list", "network-list", "module-list", "vnfs-list")) {
            screen = new FakeScreen();
            run(command);
            assertEquals(command, 1, screen.printed().lines().limit(1).count());
            screen = new FakeScreen();
            run(command, "--json");
            assertTrue(command, screen.printed().startsWith("[\n"));
        }
    }

    @Test
    public void showsTheSite() throws Exception {
        site.counters.put("http.eth1.requests", 3L);
        run("info", "--counters");
        assertTrue(screen.printed().contains("http.eth1.requests      3"));
        screen = new FakeScreen();
        run("info", "--json", "--counters");
        assertTrue(screen.printed().contains("\"http.eth1.requests\": 3"));
    }
}
