package org.perceus.module.sysctl;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.InitSystem;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.testkit.ScriptRun;
import org.perceus.provisioning.testkit.TestNode;

public class SysctlTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void theParametersAreInAFileThatIsReadLast() throws Exception {
        ScriptRun run = run(new TestNode()
                .with(
                        "sysctl",
                        "vm.swappiness=10; net.ipv4.tcp_rmem = 4096 87380 6291456;kernel.core_pattern=|/x %p,%e"));
        assertEquals(
                """
                vm.swappiness = 10
                net.ipv4.tcp_rmem = 4096 87380 6291456
                kernel.core_pattern = |/x %p,%e
                """,
                run.file("/etc/sysctl.d/zz-perceus.conf"));
        assertFalse("systemd reads it", run.called("run_beside"));
    }

    @Test
    public void whereSystemdDoesNotReadThemAProgramOfPerceusDoes() throws Exception {
        for (InitSystem init : InitSystem.values()) {
            ScriptRun run =
                    run(new TestNode().with("sysctl", "vm.swappiness=10").with(init));
            assertEquals(init.toString(), init != InitSystem.SYSTEMD, run.called("run_beside"));
        }
    }

    @Test
    public void aNodeWithoutParametersGetsNothing() throws Exception {
        assertEquals(NodeScript.nothing(), new Sysctl().render(new TestNode()));
        assertEquals(NodeScript.nothing(), new Sysctl().render(new TestNode().with("sysctl", " ; ")));
    }

    @Test
    public void whatIsNoParameterIsRefused() {
        for (String value : List.of(
                "swappiness=10",
                "vm.swappiness",
                "vm.swappiness=",
                "vm..swappiness=1",
                "../../etc/passwd=1",
                "vm/../../etc/passwd=1",
                "vm.swappiness=1\nkernel.modprobe=/x",
                "vm.$(reboot)=1",
                "vm.swappiness=1\u0000",
                "vm.swappiness=\u00e4",
                "vm.x=" + "1".repeat(1 << 20),
                "vm." + "x".repeat(1 << 20) + "=1",
                "a.".repeat(1 << 19) + "=1")) {
            TestNode node = new TestNode().with("sysctl", value);
            String sentence = assertThrows(
                            shortened(value), ProvisioningException.class, () -> new Sysctl().render(node))
                    .getMessage();
            assertEquals(sentence, true, sentence.contains("use a list, separated by semicolons, each KEY=VALUE"));
        }
    }

    private static String shortened(String value) {
        return value.substring(0, Math.min(40, value.length()));
    }

    private ScriptRun run(TestNode node) throws Exception {
        ScriptRun run = ScriptRun.of(
                folder.newFolder().toPath(), new Sysctl().render(node).text());
        assertEquals(run.errors(), 0, run.status());
        return run;
    }
}
