package org.perceus.shell.internal.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.provisioning.Strangers.Stranger;
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

    @Test
    public void strangersAreListedWithWhatToDo() throws Exception {
        run("stranger-list");
        assertTrue(screen.complained(), screen.complained().contains("no such machine asked in the last day"));
        for (int i = 0; i < 3; i++) {
            site.strangers.add(new Stranger(
                    "52:54:00:00:00:0" + i,
                    "eth1",
                    "PXE on BIOS",
                    7,
                    Instant.EPOCH,
                    Instant.now(),
                    Optional.empty(),
                    "no address is left in the pool of network lan",
                    "give the network a larger pool"));
        }
        run("stranger-list", "--limit", "2");
        assertTrue(screen.printed(), screen.printed().contains("52:54:00:00:00:01"));
        assertTrue(screen.printed(), screen.printed().contains("give the network a larger pool"));
        assertTrue(screen.printed(), screen.printed().contains("and 1 more that asked before (--limit)"));
        site.strangerProblems.add("3 machines that asked got no answer");
        run("info");
        assertTrue(screen.printed(), screen.printed().contains("3 machines that asked got no answer"));
        assertTrue(refused("stranger-list", "--limit", "0").getMessage().contains("--limit 0"));
    }
}
