package org.perceus.module.drivers;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.InitSystem;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.testkit.ScriptRun;
import org.perceus.provisioning.testkit.TestNode;

public class DriversTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void driversAreLoadedAtTheStart() throws Exception {
        ScriptRun run = run(new TestNode().with("drivers", "loop, br_netfilter nf-conntrack"));
        assertEquals("loop\nbr_netfilter\nnf-conntrack\n", run.file("/etc/modules-load.d/perceus.conf"));
        assertFalse("nothing is said of other drivers", Files.exists(run.path("/etc/modprobe.d")));
        assertFalse("systemd loads them", run.called("run_beside"));
    }

    @Test
    public void driversAreKeptOffAndHaveParameters() throws Exception {
        ScriptRun run = run(new TestNode()
                .with("drivers-off", "nouveau,pcspkr")
                .with("drivers-options", "loop max_loop=16 max_part=8; mlx5_core prof_sel=2"));
        assertEquals(
                """
                blacklist nouveau
                blacklist pcspkr
                options loop max_loop=16 max_part=8
                options mlx5_core prof_sel=2
                """,
                run.file("/etc/modprobe.d/perceus.conf"));
        assertFalse(Files.exists(run.path("/etc/modules-load.d")));
    }

    @Test
    public void whereSystemdDoesNotLoadThemAProgramOfPerceusDoes() throws Exception {
        for (InitSystem init : InitSystem.values()) {
            ScriptRun run = run(new TestNode().with("drivers", "loop").with(init));
            assertEquals(init.toString(), init != InitSystem.SYSTEMD, run.called("run_beside"));
        }
    }

    @Test
    public void aNodeWithoutAnyGetsNothing() throws Exception {
        assertEquals(NodeScript.nothing(), new Drivers().render(new TestNode()));
    }

    @Test
    public void whatIsNoDriverIsRefused() {
        for (String value : List.of("../loop", "-r", "loop;reboot", "$(x)", "l\u00f6op", "#", "x".repeat(1 << 20))) {
            refuses("drivers", value);
            refuses("drivers-off", value);
        }
        for (String value : List.of(
                "loop",
                "loop a=b\ninstall loop /bin/x",
                "loop a='b'",
                "loop a=$(x)",
                "loop a=b\\",
                "loop  a",
                "x a=" + "1".repeat(1 << 20),
                "x" + " a".repeat(1 << 19))) {
            refuses("drivers-options", value);
        }
    }

    private static void refuses(String setting, String value) {
        TestNode node = new TestNode().with(setting, value);
        String sentence = assertThrows(
                        value.substring(0, Math.min(40, value.length())),
                        ProvisioningException.class,
                        () -> new Drivers().render(node))
                .getMessage();
        assertTrue(sentence, sentence.startsWith("the setting " + setting + " is"));
    }

    private ScriptRun run(TestNode node) throws Exception {
        ScriptRun run = ScriptRun.of(
                folder.newFolder().toPath(), new Drivers().render(node).text());
        assertEquals(run.errors(), 0, run.status());
        return run;
    }
}
