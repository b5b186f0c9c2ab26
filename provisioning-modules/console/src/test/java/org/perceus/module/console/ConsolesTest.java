package org.perceus.module.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.InitSystem;
import org.perceus.provisioning.spi.KernelArgument;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.testkit.HostileText;
import org.perceus.provisioning.testkit.ScriptRun;
import org.perceus.provisioning.testkit.TestNode;

public class ConsolesTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void theKernelIsToldInTheOrderOfTheSetting() throws Exception {
        assertEquals(
                List.of("console=ttyS1,115200n8r", "console=hvc0", "console=tty0"),
                render(new TestNode().with("console", " ttyS1,115200n8r  hvc0 tty0")).kernelArguments().stream()
                        .map(KernelArgument::toString)
                        .toList());
    }

    @Test
    public void systemdIsToldOfScreensAlone() throws Exception {
        ScriptRun run = run(new TestNode().with("console", "ttyS0,9600 tty0"));
        assertEquals(
                List.of("getty@tty1.service"),
                run.calls().stream()
                        .map(call -> call.get(2))
                        .map(path -> path.substring(path.lastIndexOf('/') + 1))
                        .toList());
        assertFalse(Files.exists(run.path("/etc/perceus/consoles")));
    }

    @Test
    public void elsewhereAProgramOfPerceusHasThemAll() throws Exception {
        for (InitSystem init : List.of(
                InitSystem.OPENRC,
                InitSystem.SYSVINIT,
                InitSystem.RUNIT,
                InitSystem.S6,
                InitSystem.BUSYBOX,
                InitSystem.OTHER)) {
            ScriptRun run = run(new TestNode().with(init).with("console", "ttyS1,115200 ttyAMA0 tty0"));
            assertEquals(
                    "ttyS1 115200 vt102\nttyAMA0 9600 vt102\ntty1 38400 linux\n", run.file("/etc/perceus/consoles"));
            assertEquals(
                    List.of("run_beside", "consoles", "late"),
                    run.calls().get(run.calls().size() - 1));
        }
    }

    @Test
    public void aNodeWithoutThemGetsNothing() throws Exception {
        assertEquals(NodeScript.nothing(), render(new TestNode()));
        assertEquals(NodeScript.nothing(), render(new TestNode().with("console", " ")));
    }

    @Test
    public void whatIsNoConsoleIsRefused() {
        List<String> wrong = new ArrayList<>(HostileText.values());
        // nothing is a list of none
        wrong.removeIf(String::isBlank);
        wrong.addAll(List.of(
                "ttyS",
                "ttyS0 ttyS0,9600",
                "ttyS0 ttyS1",
                "tty0 tty1",
                "tty0,115200",
                "tty64",
                "tty0 quiet",
                "ttyS0,115200\tinit=/bin/sh",
                "ttyS0,115200\ninit=/bin/sh",
                "ttyS0,115200n8r init=/bin/sh",
                "ttyS0,12",
                "ttyS0,12345678",
                "ttyS0,115200x",
                "ttyS0;tty0",
                "/dev/ttyS0",
                "../ttyS0",
                "ttyS0'",
                "tty\u0660",
                "ttyS0 ".repeat(1 << 17)));
        for (String value : wrong) {
            TestNode node = new TestNode().with("console", value);
            String sentence = assertThrows(value, ProvisioningException.class, () -> render(node))
                    .getMessage();
            assertTrue(sentence, sentence.contains("use consoles of the kernel"));
        }
    }

    private static NodeScript render(TestNode node) throws ProvisioningException {
        return new Consoles().render(node);
    }

    private ScriptRun run(TestNode node) throws Exception {
        ScriptRun run = ScriptRun.of(folder.newFolder().toPath(), render(node).text());
        assertEquals(run.errors(), 0, run.status());
        return run;
    }
}
