package org.perceus.module.hostname;

import static org.junit.Assert.assertEquals;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.testkit.ScriptRun;
import org.perceus.provisioning.testkit.TestNode;

public class HostNameTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void theNodeKnowsItsName() throws Exception {
        ScriptRun run = run(new TestNode());
        assertEquals("n0001\n", run.file("/etc/hostname"));
        assertEquals("nothing else was called", 1, run.calls().size());
    }

    @Test
    public void everybodyMayReadIt() throws Exception {
        assertEquals(
                "rw-r--r--",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(run(new TestNode()).path("/etc/hostname"))));
    }

    @Test
    public void theNameMayHaveItsDomain() throws Exception {
        assertEquals("n0001.cluster.example\n", run(true, new TestNode()).file("/etc/hostname"));
        assertEquals("n0001\n", run(true, new TestNode().onBareNetwork()).file("/etc/hostname"));
    }

    private ScriptRun run(TestNode node) throws Exception {
        return run(false, node);
    }

    private ScriptRun run(boolean fullyQualified, TestNode node) throws Exception {
        ScriptRun run = ScriptRun.of(
                folder.newFolder().toPath(),
                new HostName(fullyQualified).render(node).text());
        assertEquals(run.errors(), 0, run.status());
        return run;
    }
}
