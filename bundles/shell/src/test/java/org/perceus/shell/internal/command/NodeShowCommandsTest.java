package org.perceus.shell.internal.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.perceus.provisioning.ModuleShare;
import org.perceus.provisioning.PreviewResult;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.StateScript;
import org.perceus.provisioning.spi.hardware.CpuTopology;
import org.perceus.provisioning.spi.hardware.Hardware;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.testing.FakeScreen;
import org.perceus.shell.testing.FakeSite;

/** Commands that show nodes. */
public class NodeShowCommandsTest extends CommandsTestCase {
    @Test
    public void nodesAreListedByState() throws Exception {
        run("node-list", "--state", "ready");
        assertTrue(screen.printed().contains("n1 "));
        assertTrue(!screen.printed().contains("n2"));
    }

    @Test
    public void scriptsOfANodeAreListedAndShown() throws Exception {
        StateScript script = new StateScript(
                StateScript.State.READY, "10-x", "echo x\n", StateScript.OnFailure.STOP, "ready/all/10-x");
        NodeScript share = NodeScript.builder().script(script).build();
        site.previewed = new PreviewResult.Shares(List.of(new ModuleShare("scripts", "1", share)));
        run("node-script-list", "n1");
        assertTrue(screen.printed(), screen.printed().contains("ready/all/10-x"));
        screen = new FakeScreen();
        run("node-script-show", "--state", "ready", "n1", "10-x");
        assertEquals("echo x\n", screen.printed());
        assertEquals(
                "there is no script '20-y' that n1 would run: 'perceus node script list n1' shows them",
                refused("node-script-show", "n1", "20-y").getMessage());
        assertEquals(2, refused("node-script-list", "--state", "halt", "n1").exitCode());
        assertEquals(2, refused("node-script-list", "n*").exitCode());
    }

    @Test
    public void scriptsOfANodeThatWouldWaitAreNotShown() throws Exception {
        site.previewed = new PreviewResult.Waits("there is no capsule");
        assertEquals(
                "n1 would have to wait: there is no capsule",
                refused("node-script-list", "n1").getMessage());
    }

    @Test
    public void anUnknownStateIsAUsageError() throws Exception {
        CommandFailure failure = refused("node-list", "--state", "broken");
        assertEquals(2, failure.exitCode());
        assertTrue(failure.getMessage().startsWith("'broken' is not a state: use one of discovered, waiting"));
    }

    @Test
    public void nothingToListIsSaidOnStandardError() throws Exception {
        run("node-list", "--state", "failed");
        assertEquals("", screen.printed());
        assertTrue(screen.complained().startsWith("no such node"));
    }

    @Test
    public void anOptionBehindAnArgumentIsExplained() throws Exception {
        CommandFailure failure = refused("node-list", "n1", "--json");
        assertEquals("'--json' is an option: write options before the arguments", failure.getMessage());
    }

    @Test
    public void showingCommandsSayWhatIsMissingOfARange() throws Exception {
        for (String command : List.of("node-list", "node-status", "node-show", "boot-show", "boot-list")) {
            screen = new FakeScreen();
            run(command, "n[1-3]");
            assertTrue(screen.complained(), screen.complained().startsWith("n3 is no node\n"));
        }
        screen = new FakeScreen();
        run("node-list", "--json", "n[1-3]");
        assertTrue(screen.printed(), screen.printed().startsWith("["));
        assertEquals("n3 is no node\n", screen.complained());
        assertEquals("No node is named n[3-4]", sentence("node-list", "n[3-4]"));
    }

    @Test
    public void nodesAreExportedForSlurm() throws Exception {
        CpuTopology topology = new CpuTopology(2, 16, 2);
        site.hardware.put(
                FakeSite.mac(1), new Hardware("Dell", 64, Optional.of(topology), 257_400, Optional.of("UEFI"), 2));
        run("node-export", "--slurm", "n[1-2]");
        assertEquals(
                """
                NodeName=n1 NodeAddr=10.10.0.101 CPUs=64 Sockets=2 CoresPerSocket=16 ThreadsPerCore=2 RealMemory=257400
                # n2 has not said what it has: boot it once
                """,
                screen.printed());
    }

    @Test
    public void showsNodes() throws Exception {
        run("node-show", "n1", "n2");
        assertTrue(screen.printed().startsWith("node      n1\n"));
        assertTrue(screen.printed().contains("\n\nnode      n2\n"));
        screen = new FakeScreen();
        run("node-show", "--json", "n1");
        assertTrue(screen.printed(), screen.printed().contains("\"boot\": null"));
    }

    @Test
    public void showsTheStateOfNodes() throws Exception {
        run("node-status");
        assertTrue(screen.printed().startsWith("NAME"));
        screen = new FakeScreen();
        run("node-status", "--json", "n1");
        assertTrue(screen.printed().contains("\"state\": \"ready\""));
    }
}
