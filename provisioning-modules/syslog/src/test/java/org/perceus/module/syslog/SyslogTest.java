package org.perceus.module.syslog;

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

public class SyslogTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void whoeverKeepsTheLogSendsIt() throws Exception {
        ScriptRun run = run(new TestNode().with("syslog", "10.10.0.1"));
        assertEquals("*.* @10.10.0.1:514\n", run.file("/etc/rsyslog.d/zz-perceus.conf"));
        assertTrue(run.file("/etc/syslog-ng/conf.d/perceus.conf").contains("network(\"10.10.0.1\" port(514)"));
        assertFalse(Files.exists(run.path("/etc/conf.d")));
    }

    @Test
    public void busyboxHasItInTheOptionsOfItsService() throws Exception {
        ScriptRun run = run(new TestNode().with(InitSystem.OPENRC).with("syslog", "logs.example:1514"));
        assertEquals("SYSLOGD_OPTS=\"-t -L -R logs.example:1514\"\n", run.file("/etc/conf.d/syslog"));
    }

    @Test
    public void aNodeWithoutAServerGetsNothing() throws Exception {
        assertEquals(NodeScript.nothing(), new Syslog().render(new TestNode()));
    }

    @Test
    public void whatIsNoServerIsRefused() {
        for (String value : List.of(
                "",
                "-x",
                "a b",
                "a:0",
                "a:65536",
                "a:1:2",
                "$(x)",
                "a\"",
                "a\n*.* /x",
                "\u00e4",
                "x".repeat(1 << 20))) {
            TestNode node = new TestNode().with("syslog", value);
            String sentence = assertThrows(ProvisioningException.class, () -> new Syslog().render(node))
                    .getMessage();
            assertTrue(sentence, sentence.contains("use SERVER or SERVER:PORT"));
        }
    }

    private ScriptRun run(TestNode node) throws Exception {
        ScriptRun run = ScriptRun.of(
                folder.newFolder().toPath(), new Syslog().render(node).text());
        assertEquals(run.errors(), 0, run.status());
        return run;
    }
}
