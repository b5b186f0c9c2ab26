package org.perceus.module.slurm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.hardware.CpuTopology;
import org.perceus.provisioning.spi.hardware.Hardware;
import org.perceus.provisioning.spi.site.WatchedFiles;
import org.perceus.provisioning.testkit.HostileText;
import org.perceus.provisioning.testkit.ScriptRun;
import org.perceus.provisioning.testkit.TestNode;
import org.perceus.provisioning.testkit.TestRegisteredNode;

public class SlurmTest {
    private static final String CONF = "/etc/slurm/slurm.conf";
    private static final String OWN =
            "NodeName=n0001 NodeAddr=10.10.0.100 CPUs=4 Sockets=1 CoresPerSocket=2 ThreadsPerCore=2 RealMemory=4032\n";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final TestNode node = new TestNode().with("slurm", "all");
    private Path file;
    private WatchedFiles<SitePart> site;

    @Before
    public void write() throws Exception {
        file = folder.getRoot().toPath().resolve("slurm.conf");
        Files.writeString(file, "ClusterName=cluster\nSlurmctldHost=head");
        site = Slurm.watched("site/slurm.conf", file);
    }

    @Test
    public void theFileOfTheSiteHasTheNodesBehindIt() throws Exception {
        node.beside(other("n0002", "rack1", Optional.of(machine(Optional.of(new CpuTopology(2, 16, 2))))));
        assertEquals(
                "ClusterName=cluster\nSlurmctldHost=head\n\n# nodes, as their machines said\n" + OWN
                        + "NodeName=n0002 NodeAddr=10.10.0.2 CPUs=64 Sockets=2 CoresPerSocket=16 ThreadsPerCore=2"
                        + " RealMemory=253662\n",
                run().file(CONF));
    }

    @Test
    public void aNodeThatHasNotSaidWhatItHasIsLeftOutAndTold() throws Exception {
        node.beside(other("n0002", "rack1", Optional.empty()))
                .beside(other("n0003", "rack1", Optional.of(machine(Optional.empty()))));
        ScriptRun run = run();
        assertTrue(run.file(CONF), run.file(CONF).contains(OWN + "# n0002 has not said what it has: boot it once\n"));
        assertTrue(run.file(CONF), run.file(CONF).contains("# n0003 has cores that are not all alike"));
        assertTrue(run.calls()
                .contains(List.of("step", "write slurm.conf, where nodes have no line: 2, the first of them n0002")));
    }

    @Test
    public void onlyTheGroupsThatAreNamedAreInTheCluster() throws Exception {
        node.beside(other("n0002", "storage", Optional.of(machine(Optional.of(new CpuTopology(2, 16, 2))))));
        node.with("slurm", "rack1");
        assertFalse(run().file(CONF).contains("n0002"));
        node.with("slurm", "rack1, storage");
        assertTrue(run().file(CONF).contains("n0002"));
        node.with("slurm", "rack2,rack1");
        assertRefused("the setting slurm names the group rack2, which has no nodes");
    }

    @Test
    public void whatTheSiteWroteByHandIsNotThereTwice() throws Exception {
        node.beside(other("n0002", "rack1", Optional.empty()));
        Files.writeString(file, "NodeName=DEFAULT Feature=x\n nodename = n0002,n0009 CPUs=20 RealMemory=64000\n");
        site = Slurm.watched("site/slurm.conf", file);
        String text = run().file(CONF);
        assertTrue(text, text.endsWith("said\n" + OWN));
    }

    @Test
    public void aNodeThatIsNotAskedForItGetsNothing() throws Exception {
        Files.delete(file);
        site = Slurm.watched("site/slurm.conf", file);
        for (TestNode other : List.of(new TestNode(), new TestNode().with("slurm", "no"))) {
            assertEquals(NodeScript.nothing(), render(other));
        }
    }

    @Test
    public void nodesWaitForTheFileOfTheSite() throws Exception {
        Files.delete(file);
        site = Slurm.watched("site/slurm.conf", file);
        assertRefused("site/slurm.conf is not there: put the site's slurm.conf there, without its nodes");
        assertEquals(
                "site/slurm.conf is not there: put the site's slurm.conf there, without its nodes",
                site.value().problem());
        Files.write(file, new byte[] {'a', (byte) 0xff});
        site.look();
        site.look();
        assertRefused("site/slurm.conf is not text in UTF-8");
        Files.write(file, new byte[(256 << 10) + 1]);
        site.look();
        site.look();
        assertRefused("site/slurm.conf has more than 256 KiB");
        Files.writeString(file, "ClusterName=new\n");
        site.look();
        site.look();
        assertTrue(run().file(CONF).startsWith("ClusterName=new\n"));
    }

    @Test
    public void whatIsBeingWrittenIsNotGivenOut() throws Exception {
        Files.writeString(file, "ClusterName=n");
        site.look();
        assertTrue(run().file(CONF).startsWith("ClusterName=cluster\n"));
        Files.writeString(file, "ClusterName=new\n");
        site.look();
        assertTrue(run().file(CONF).startsWith("ClusterName=cluster\n"));
        site.look();
        assertTrue(run().file(CONF).startsWith("ClusterName=new\n"));
    }

    @Test
    public void whatIsNoListOfGroupsIsRefused() {
        List<String> values = HostileText.values().stream()
                .filter(value -> !List.of("no", "all").contains(value))
                .toList();
        for (String value : values) {
            node.with("slurm", value);
            String sentence = assertThrows(ProvisioningException.class, () -> render(node))
                    .getMessage();
            assertTrue(
                    sentence,
                    sentence.contains("use no, all, or groups of nodes") || sentence.contains("which has no nodes"));
        }
    }

    private static Hardware machine(Optional<CpuTopology> topology) {
        return new Hardware("Dell, R650", 64, topology, 253_662, Optional.of("UEFI"), 1);
    }

    private static TestRegisteredNode other(String name, String group, Optional<Hardware> hardware) {
        String number = name.substring(4);
        return new TestRegisteredNode(
                name, "52:54:00:00:00:0" + number, group, Optional.of("10.10.0." + number), new TreeMap<>(), hardware);
    }

    private NodeScript render(TestNode any) throws ProvisioningException {
        return Slurm.script(site.value(), any);
    }

    private void assertRefused(String sentence) {
        assertEquals(
                sentence,
                assertThrows(ProvisioningException.class, () -> render(node)).getMessage());
    }

    private ScriptRun run() throws Exception {
        ScriptRun run = ScriptRun.of(folder.newFolder().toPath(), render(node).text());
        assertEquals(run.errors(), 0, run.status());
        return run;
    }
}
