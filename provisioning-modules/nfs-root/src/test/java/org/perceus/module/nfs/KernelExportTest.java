package org.perceus.module.nfs;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class KernelExportTest {
    private static final String FILE = "etc/exports.d/perceus.exports";
    private static final String OPTIONS = "ro,no_root_squash,no_subtree_check,sec=sys";
    private static final List<Endpoint> ENDPOINTS = List.of(new Endpoint("10.10.0.1", List.of("10.10.0.0/24")));
    private static final String EXPORT = "-o " + OPTIONS + " 10.10.0.0/24:/srv/a b\n";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final AtomicLong time = new AtomicLong();
    private final AtomicBoolean runs = new AtomicBoolean(true);
    private FakeSystem system;
    private KernelExport export;

    @Before
    public void makeSystem() throws Exception {
        system = new FakeSystem(folder.getRoot().toPath()).withKernelServer();
        system.file("var/lib/nfs/etab", "");
        export = export();
    }

    @Test
    public void theTreesAreExportedReadOnlyToEachNetworkOnce() throws Exception {
        export.serve(List.of(
                new Endpoint("10.10.0.1", List.of("10.10.0.0/24")),
                new Endpoint("10.10.0.2", List.of("10.10.0.0/24", "10.20.0.0/16"))));
        assertEquals(
                "\"/srv/a b\" 10.10.0.0/24(" + OPTIONS + ") 10.20.0.0/16(" + OPTIONS + ")",
                exports().lines().skip(1).findFirst().orElseThrow());
        assertEquals(EXPORT + "-o " + OPTIONS + " 10.20.0.0/16:/srv/a b\n", calls());
        assertEquals(Optional.empty(), export.trouble("10.10.0.1"));
    }

    @Test
    public void exportsOfOthersAreNotReadAnew() throws Exception {
        export.serve(ENDPOINTS);
        time.addAndGet(Duration.ofHours(1).toNanos());
        export.serve(List.of());
        assertTrue(calls(), calls().lines().noneMatch(call -> call.matches("-[a-z]*[ra].*")));
    }

    @Test
    public void theKernelIsAskedAgainOnlyAfterAChange() throws Exception {
        export.serve(ENDPOINTS);
        export.serve(ENDPOINTS);
        assertEquals(EXPORT, calls());
        Files.setLastModifiedTime(system.root().resolve("var/lib/nfs/etab"), FileTime.fromMillis(1));
        Files.delete(system.root().resolve(FILE));
        export.serve(ENDPOINTS);
        assertEquals(EXPORT + EXPORT, calls());
        assertTrue(exports().contains("10.10.0.0/24"));
    }

    @Test
    public void nodesKeepTheirRootWhenTheContainerEnds() throws Exception {
        export.serve(ENDPOINTS);
        export.close();
        assertEquals(EXPORT, calls());
        assertTrue(exports().contains("10.10.0.0/24"));
    }

    @Test
    public void nodesKeepTheirRootWhileTheirNetworkIsNotServed() throws Exception {
        export.serve(ENDPOINTS);
        KernelExport next = export();
        next.serve(List.of());
        time.addAndGet(Duration.ofMinutes(9).toNanos());
        next.serve(List.of());
        assertEquals(EXPORT + EXPORT, calls());
        time.addAndGet(Duration.ofMinutes(2).toNanos());
        next.serve(List.of());
        assertEquals(EXPORT + EXPORT + "-u 10.10.0.0/24:/srv/a b\n", calls());
        assertEquals(Optional.empty(), system.read(FILE));
    }

    @Test
    public void whatTheKernelDoesNotTakeIsToldAndTriedAgain() throws Exception {
        system.program(
                "usr/sbin/exportfs",
                "echo \"$@\" >>" + system.root() + "/calls\n"
                        + "case $1 in -o) echo 'exportfs: /srv does not support NFS export'; exit 1 ;; esac\n");
        export.serve(ENDPOINTS);
        assertTrue(trouble(), trouble().contains("/srv does not support NFS export"));
        assertEquals("nodes may live on it", EXPORT, calls());
        system.withKernelServer();
        export.serve(ENDPOINTS);
        assertEquals(Optional.empty(), export.trouble("10.10.0.1"));
    }

    @Test
    public void anExportThatHidesTheTreesIsTold() throws Exception {
        system.file("table", "/srv/mine  10.77.0.0/24(sync,wdelay,hide,fsid=0,sec=sys,ro,secure)\n");
        export.serve(ENDPOINTS);
        assertTrue(trouble(), trouble().contains("nothing but /srv/mine, which is exported with fsid=0"));
        system.file("table", "/srv/mine  10.77.0.0/24(sync,wdelay,hide,fsid=1,sec=sys,ro,secure)\n");
        export.serve(ENDPOINTS);
        assertEquals(Optional.empty(), export.trouble("10.10.0.1"));
    }

    @Test
    public void aServerThatWasStoppedIsTold() {
        export.serve(ENDPOINTS);
        runs.set(false);
        export.serve(ENDPOINTS);
        assertTrue(trouble(), trouble().contains("systemctl start nfs-server"));
    }

    @Test
    public void aFileOfOthersIsLeftAlone() throws Exception {
        String others = "/srv/a 10.10.0.0/24(ro)\n";
        system.file(FILE, others);
        export.serve(ENDPOINTS);
        assertTrue(trouble(), trouble().contains("perceus.exports is not of this Perceus"));
        assertEquals(Optional.of(others), system.read(FILE));
        assertEquals(Optional.empty(), system.read("calls"));
    }

    private KernelExport export() {
        Path root = system.root();
        return new KernelExport(
                new ExportsFile(root.resolve(FILE), Path.of("/srv/a b")),
                new Exportfs(root.resolve("usr/sbin/exportfs")),
                root.resolve("var/lib/nfs/etab"),
                runs::get,
                time::get);
    }

    private String exports() throws Exception {
        return system.read(FILE).orElseThrow();
    }

    private String calls() throws Exception {
        return system.read("calls").orElse("");
    }

    private String trouble() {
        return export.trouble("10.10.0.1").orElseThrow();
    }
}
