package org.perceus.shell.internal.remote;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.perceus.shell.internal.wire.Request;
import org.perceus.shell.testing.FakeScreen;
import org.perceus.shell.testing.FakeSite;
import org.perceus.shell.testing.KarafShell;

public class KarafRunnerTest {
    private final FakeSite site = FakeSite.sample();
    private final FakeScreen screen = new FakeScreen();
    private final KarafRunner runner = new KarafRunner(KarafShell.with(site), "2.0.0");

    @Test
    public void withoutWordsItListsAllCommands() {
        assertEquals(0, run());
        assertTrue(screen.printed(), screen.printed().contains("node list"));
        assertTrue(screen.printed().contains("Lists nodes with their state, address, group and capsule"));
        assertEquals("", screen.complained());
    }

    @Test
    public void helpListsAllCommandsToo() {
        assertEquals(0, run("--help"));
        assertTrue(screen.printed().contains("vnfs import"));
    }

    @Test
    public void aNounAloneListsItsCommands() {
        assertEquals(0, run("node"));
        assertTrue(screen.printed().contains("node set"));
        assertTrue(screen.printed(), !screen.printed().contains("vnfs"));
    }

    @Test
    public void aNounWithHelpListsItsCommands() {
        assertEquals(0, run("vnfs", "--help"));
        assertTrue(screen.printed().contains("vnfs delete"));
    }

    @Test
    public void runsACommandOfTwoWords() {
        assertEquals(screen.complained(), 0, run("node", "list"));
        assertTrue(screen.printed().startsWith("NAME"));
        assertTrue(screen.printed().contains("n10"));
    }

    @Test
    public void runsACommandByItsKarafName() {
        assertEquals(0, run("perceus:node-list", "n1"));
        assertTrue(screen.printed().contains("n1 "));
        assertTrue(!screen.printed().contains("n10"));
    }

    @Test
    public void takesOptionsBehindArguments() {
        assertEquals(0, run("node", "list", "n1", "--json"));
        assertTrue(screen.printed().startsWith("["));
    }

    @Test
    public void takesOptionsWithValuesBehindArguments() {
        assertEquals(0, run("boot", "list", "n1", "--limit", "3"));
        assertEquals(0, run("boot", "list", "n1", "--limit=3"));
    }

    @Test
    public void wordsAreNoGogoCode() {
        assertEquals(1, run("node", "list", "$(shell:exec reboot)"));
        assertTrue(screen.complained(), screen.complained().startsWith("perceus: '$(shell:exec' is not a MAC address"));
    }

    @Test
    public void anUnknownCommandNamesTheNearest() {
        assertEquals(2, run("node", "lst"));
        assertEquals(
                "perceus: there is no command 'node lst': did you mean 'perceus node list'?\n", screen.complained());
        assertEquals("", screen.printed());
    }

    @Test
    public void anUnknownCommandFarFromAllNamesTheHelp() {
        assertEquals(2, run("frobnicate"));
        assertEquals("perceus: there is no command 'frobnicate': 'perceus --help' lists all\n", screen.complained());
    }

    @Test
    public void anUnknownOptionNamesTheNearest() {
        assertEquals(2, run("node", "list", "--jsn"));
        assertEquals(
                "perceus: node list: there is no option --jsn (did you mean --json?):"
                        + " 'perceus node list --help' shows what it takes\n",
                screen.complained());
    }

    @Test
    public void aMissingArgumentIsNamed() {
        assertEquals(2, run("node", "add"));
        assertEquals(
                "perceus: node add: <mac> is missing: 'perceus node add --help' shows what it takes\n",
                screen.complained());
    }

    @Test
    public void aMissingValueIsNamed() {
        assertEquals(2, run("node", "add", "52:54:00:00:00:07", "--name"));
        assertTrue(screen.complained(), screen.complained().contains("the option --name needs a value"));
    }

    @Test
    public void aNumberThatIsNoneIsAUsageError() {
        assertEquals(2, run("boot", "list", "--limit", "many"));
        assertTrue(screen.complained(), screen.complained().contains("--limit"));
        assertTrue(screen.complained(), screen.complained().contains("many"));
        assertTrue(screen.complained(), screen.complained().contains("--help"));
    }

    @Test
    public void helpOfACommandShowsArgumentsAndOptions() {
        assertEquals(0, run("node", "set", "--help"));
        assertTrue(screen.printed(), screen.printed().startsWith("usage: perceus node set [OPTIONS] <settings"));
        assertTrue(screen.printed().contains("--dry-run"));
        assertTrue(screen.printed().contains("--help"));
    }

    @Test
    public void saysItsVersion() {
        assertEquals(0, run("--version"));
        assertEquals("Perceus 2.0.0\n", screen.printed());
    }

    @Test
    public void completesForTheSystemsShell() {
        assertEquals(0, run("--complete", "node", "set", "capsule=d"));
        assertEquals("capsule=debian-12\ncapsule=debian-12@2\n", screen.printed());
    }

    @Test
    public void printsTheScriptForBash() {
        assertEquals(0, run("completion", "bash"));
        assertTrue(screen.printed().contains("complete -o default -F _perceus perceus"));
    }

    @Test
    public void knowsNoOtherShells() {
        assertEquals(2, run("completion", "csh"));
    }

    @Test
    public void aPartThatIsNotRunningIsNamed() {
        site.registryRuns = false;
        assertEquals(1, run("node", "list"));
        assertEquals("perceus: the node registry is not running\n", screen.complained());
    }

    @Test
    public void anInterruptionHasItsExitCode() {
        Thread.currentThread().interrupt();
        assertEquals(130, run("boot", "show", "--wait-for-new", "1"));
    }

    private int run(String... words) {
        return runner.run(new Request(List.of(words), "/home/alice", 0, false, false), screen);
    }
}
