package org.perceus.module.nfs;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.testkit.TestNode;

public class NfsTreeServerTest {
    private static final String NODES_SERVER = "10.10.0.1";
    private static final String TREE = "trees/" + "f".repeat(64) + "/root";
    private static final String EXPORTS = "etc/exports.d/perceus.exports";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private FakeSystem system;
    private NfsTreeServer server;

    @Before
    public void makeServer() throws Exception {
        system = new FakeSystem(folder.getRoot().toPath());
        system.file(TREE, "");
        server = system.server("127.0.0.1", "auto");
    }

    @After
    public void stop() throws Exception {
        server.stop();
    }

    @Test
    public void aWaitingNodeHearsWhatToInstall() {
        server.keep();
        assertTrue(refusal(), refusal().contains("install the Debian packages nfs-ganesha"));
        assertEquals(refusal(), server.remark());
    }

    @Test
    public void whatIsInstalledLaterServes() throws Exception {
        server.keep();
        system.withKernelServer();
        server.keep();
        assertEquals(NODES_SERVER + ":" + system.root().resolve("trees") + "/" + "f".repeat(64), source());
        assertTrue(server.remark(), server.remark().startsWith("served by the kernel's NFS server, by "));
        assertTrue(server.remark(), server.remark().contains("because the system's kernel has an NFS server"));
    }

    @Test
    public void aServerThatDoesNotServeYetIsWaitedFor() throws Exception {
        system.withGanesha("exec sleep 60\n");
        server.keep();
        assertTrue(refusal(), refusal().contains("the NFS server on 10.10.0.1 does not serve"));
        assertTrue(server.remark(), server.remark().contains("not on 127.0.0.1: nfs-ganesha is starting"));
    }

    @Test
    public void whereNoTreeIsNoServerRuns() throws Exception {
        Files.delete(system.root().resolve(TREE));
        Files.delete(system.root().resolve(TREE).getParent());
        system.withGanesha("exec sleep 60\n");
        server.keep();
        assertEquals(Optional.empty(), system.read("work/127.0.0.1/ganesha.conf"));
        assertTrue(
                server.remark(), server.remark().endsWith("nfs-ganesha is started when a capsule is prepared for NFS"));
        system.file(TREE, "");
        server.keep();
        assertTrue(system.read("work/127.0.0.1/ganesha.conf").isPresent());
        assertTrue(server.remark(), server.remark().contains("not on 127.0.0.1: nfs-ganesha is starting"));
    }

    @Test
    public void whatTheKernelExportedIsTakenBackWhenGaneshaIsToServe() throws Exception {
        system.withKernelServer();
        server.keep();
        server.stop();
        assertTrue(system.read(EXPORTS).orElseThrow().contains("127.0.0.0/8"));
        server = system.server("127.0.0.1", "ganesha");
        server.keep();
        assertEquals(Optional.empty(), system.read(EXPORTS));
        String calls = system.read("calls").orElseThrow();
        assertTrue(calls, calls.endsWith("-u 127.0.0.0/8:" + system.root().resolve("trees") + "\n"));
    }

    @Test
    public void theFileGoesWhenSomebodyHasTakenTheExportBackAlready() throws Exception {
        system.withKernelServer();
        server.keep();
        server.stop();
        system.program("usr/sbin/exportfs", "echo \"exportfs: Could not find '$2' to unexport.\"; exit 1\n");
        server = system.server("127.0.0.1", "ganesha");
        server.keep();
        assertEquals(Optional.empty(), system.read(EXPORTS));
    }

    @Test
    public void exportsStayWhileTheKernelsServerIsNotThereYet() throws Exception {
        system.withKernelServer();
        server.keep();
        server.stop();
        system.file("proc/fs/nfsd/threads", "0\n");
        server = system.server("127.0.0.1", "auto");
        server.keep();
        assertTrue(system.read(EXPORTS).isPresent());
    }

    @Test
    public void aFileOfOthersIsNeverTakenBack() throws Exception {
        String others = "\"" + system.root().resolve("trees") + "\" 127.0.0.0/8(ro)\n";
        system.file(EXPORTS, others);
        server = system.server("127.0.0.1", "ganesha");
        server.keep();
        assertEquals(Optional.of(others), system.read(EXPORTS));
    }

    private String source() throws ProvisioningException {
        return server.source(new TestNode());
    }

    private String refusal() {
        return assertThrows(ProvisioningException.class, this::source).getMessage();
    }
}
