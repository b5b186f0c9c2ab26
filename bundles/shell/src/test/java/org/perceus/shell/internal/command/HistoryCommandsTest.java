package org.perceus.shell.internal.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.perceus.ledger.Author;
import org.perceus.node.SettingKey;
import org.perceus.shell.testing.FakeScreen;

/** Commands that show what was changed, and take it back. */
public class HistoryCommandsTest extends CommandsTestCase {
    private static final SettingKey ARGUMENTS = new SettingKey("kernel-args");
    private String newest;

    @Before
    public void change() throws Exception {
        run("node-set", "--comment", "as agreed", "kernel-args=quiet", "n1", "n10");
        newest = Integer.toString(site.registry.ledger.changes().size());
        screen = new FakeScreen();
        screen.folder = folder.getRoot().toPath();
    }

    @Test
    public void theHistoryIsALineForEachChange() throws Exception {
        run("history");
        List<String> lines = screen.printed().lines().toList();
        assertEquals(site.registry.ledger.changes().size() + 1, lines.size());
        String line = lines.get(1).replaceAll(" {2,}", "  ");
        assertTrue(
                line,
                line.endsWith("alice  kernel-args: (none) -> quiet for 2 nodes n1, n10  perceus test  as agreed"));
    }

    @Test
    public void theHistoryIsOfTheNodesThatAreNamed() throws Exception {
        run("history", "n2");
        assertTrue(screen.printed(), !screen.printed().contains("alice"));
        assertEquals("No node is named n99", sentence("history", "n99"));
        run("history", "--limit", "1", "--before", newest);
        assertTrue(screen.printed(), !screen.printed().contains("alice"));
    }

    @Test
    public void oneChangeIsShownWhole() throws Exception {
        run("history", "--change", newest);
        assertTrue(screen.printed(), screen.printed().startsWith("change   " + newest + "\n"));
        assertTrue(screen.printed(), screen.printed().contains("\nn10   changed  kernel-args  -       quiet\n"));
        assertEquals(
                "there is no change 77: 'perceus history' lists those that there are",
                sentence("history", "--change", "77"));
        assertEquals(2, refused("history", "--change", "5", "n1").exitCode());
    }

    @Test
    public void theHistoryIsJsonToo() throws Exception {
        run("history", "--limit", "1", "--json");
        assertTrue(screen.printed(), screen.printed().contains("\"who\": \"alice\""));
        run("history", "--change", newest, "--json");
        assertTrue(screen.printed(), screen.printed().contains("\"after\": \"quiet\""));
    }

    @Test
    public void aLimitIsOneToTenThousand() throws Exception {
        assertEquals(2, refused("history", "--limit", "0").exitCode());
        assertEquals(2, refused("history", "--limit", "10001").exitCode());
    }

    @Test
    public void aChangeIsUndone() throws Exception {
        run("undo", "--dry-run", newest);
        assertEquals("quiet", node("n1").settings().get(ARGUMENTS));
        run("undo", "--comment", "a mistake", newest);
        assertEquals(null, node("n1").settings().get(ARGUMENTS));
        String what = " change " + newest + ": kernel-args: (none) -> quiet for 2 nodes n1, n10\n";
        assertEquals("would undo" + what + "undid" + what, screen.printed());
        assertEquals(
                new Author("alice", "perceus test", "a mistake"),
                site.registry.authors().get(1));
        assertTrue(sentence("undo", newest).contains("undo the later change first"));
    }

    @Test
    public void aCommentIsHarmlessForTerminals() throws Exception {
        run("node-approve", "--comment", "quiet\u001b[2J please", "n10");
        assertEquals("quiet?[2J please", site.registry.authors().get(1).why());
    }
}
