package org.perceus.module.nfs;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class KernelExportTest {
    private static final String FILE = "etc/exports.d/perceus.exports";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private FakeSystem system;
    private KernelExport export;

    @Before
    public void makeSystem() throws Exception {
        system = new FakeSystem(folder.getRoot().toPath()).withKernelServer();
        Path root = system.root();
        export = new KernelExport(Path.of("/srv/a b"), root.resolve(FILE), root.resolve("usr/sbin/exportfs"));
    }

    @Test
    public void theTreesAreExportedReadOnlyToEachNetworkOnce() throws Exception {
        export.serve(List.of(
                new Endpoint("10.10.0.1", List.of("10.10.0.0/24")),
                new Endpoint("10.10.0.2", List.of("10.10.0.0/24", "10.20.0.0/16"))));
        String options = "(ro,no_root_squash,no_subtree_check,sec=sys)";
        assertEquals(
                Optional.of("\"/srv/a b\" 10.10.0.0/24" + options + " 10.20.0.0/16" + options + "\n"),
                system.read(FILE));
        assertEquals(Optional.of("-r\n"), system.read("calls"));
        assertEquals(Optional.empty(), export.trouble("10.10.0.1"));
    }

    @Test
    public void theKernelIsAskedAgainOnlyAfterAChange() throws Exception {
        List<Endpoint> endpoints = List.of(new Endpoint("10.10.0.1", List.of("10.10.0.0/24")));
        export.serve(endpoints);
        export.serve(endpoints);
        assertEquals(Optional.of("-r\n"), system.read("calls"));
    }

    @Test
    public void theExportsGoWithUs() throws Exception {
        export.serve(List.of(new Endpoint("10.10.0.1", List.of("10.10.0.0/24"))));
        export.close();
        assertEquals(Optional.empty(), system.read(FILE));
        assertEquals(Optional.of("-r\n-r\n"), system.read("calls"));
    }

    @Test
    public void whatTheKernelDoesNotTakeIsToldAndTriedAgain() throws Exception {
        List<Endpoint> endpoints = List.of(new Endpoint("10.10.0.1", List.of("10.10.0.0/24")));
        system.program("usr/sbin/exportfs", "echo 'exportfs: no handles here'\nexit 1\n");
        export.serve(endpoints);
        String trouble = export.trouble("10.10.0.1").orElseThrow();
        assertTrue(trouble, trouble.contains("no handles here"));
        system.program("usr/sbin/exportfs", "exit 0\n");
        export.serve(endpoints);
        assertEquals(Optional.empty(), export.trouble("10.10.0.1"));
    }
}
