package org.perceus.module.nfs;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.module.nfs.ServerChoice.Found;
import org.perceus.module.nfs.ServerChoice.Kind;
import org.perceus.module.nfs.ServerChoice.Missing;

public class ServerChoiceTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private FakeSystem system;

    @Before
    public void makeSystem() {
        system = new FakeSystem(folder.getRoot().toPath());
    }

    @Test
    public void theKernelsServerIsPreferred() throws Exception {
        system.withGanesha("").withKernelServer();
        Found found = found("auto");
        assertEquals(Kind.KERNEL, found.kind());
        assertEquals(system.root().resolve("usr/sbin/exportfs"), found.program());
        assertTrue(found.reason(), found.reason().contains("kernel has an NFS server"));
    }

    @Test
    public void aKernelWhoseServerDoesNotRunIsNotUsed() throws Exception {
        system.withGanesha("").withKernelServer().file("proc/fs/nfsd/threads", "0\n");
        assertEquals(Kind.GANESHA, found("auto").kind());
    }

    @Test
    public void aKernelServerThatCannotBeSeenIsNamed() throws Exception {
        system.withGanesha("").withKernelServer().file("proc/net/rpc/nfsd", "rc 0 0 0\nth 8 0 0.000\n");
        Files.delete(system.root().resolve("proc/fs/nfsd/threads"));
        assertTrue(missing("auto"), missing("auto").contains("ProtectControlGroups out of its systemd unit"));
        assertEquals(Kind.GANESHA, found("ganesha").kind());
        system.file("proc/net/rpc/nfsd", "rc 0 0 0\nth 0 0 0.000\n");
        assertEquals(Kind.GANESHA, found("auto").kind());
    }

    @Test
    public void withoutAKernelServerGaneshaServes() throws Exception {
        system.withGanesha("");
        assertEquals(Kind.GANESHA, found("auto").kind());
        assertTrue(found("auto").reason().contains("kernel has no NFS server"));
    }

    @Test
    public void theConfigurationDecides() throws Exception {
        system.withGanesha("").withKernelServer();
        assertEquals(Kind.GANESHA, found("ganesha").kind());
        assertEquals("the configuration says so", found("kernel").reason());
    }

    @Test
    public void whatIsMissingIsNamed() throws Exception {
        assertTrue(missing("auto").contains("install the Debian packages nfs-ganesha and nfs-ganesha-vfs"));
        assertTrue(missing("kernel").contains("nfs-kernel-server"));
        assertTrue(missing("other").contains("auto, kernel or ganesha"));
    }

    @Test
    public void ganeshaWithoutItsPluginForFoldersIsIncomplete() throws IOException {
        system.program("usr/bin/ganesha.nfsd", "");
        assertTrue(missing("ganesha").contains("nfs-ganesha-vfs"));
    }

    private Found found(String wanted) {
        return (Found) new ServerChoice(root()).decide(wanted);
    }

    private String missing(String wanted) {
        return ((Missing) new ServerChoice(root()).decide(wanted)).reason();
    }

    private Path root() {
        return system.root();
    }
}
