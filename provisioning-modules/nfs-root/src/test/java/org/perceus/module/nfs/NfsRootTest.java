package org.perceus.module.nfs;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.MethodScript;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.SelinuxMode;
import org.perceus.provisioning.testkit.ScriptRun;
import org.perceus.provisioning.testkit.TestBuild;
import org.perceus.provisioning.testkit.TestNode;

public class NfsRootTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private FakeSystem system;
    private NfsTreeServer server;
    private NfsRoot method;

    @Before
    public void makeMethod() throws Exception {
        system = new FakeSystem(folder.newFolder().toPath()).withKernelServer();
        server = system.server("127.0.0.1", "auto");
        server.keep();
        method = new NfsRoot(server, "50%");
    }

    @After
    public void stop() throws Exception {
        server.stop();
    }

    @Test
    public void anEnforcingCapsuleIsRefused() throws Exception {
        TestBuild build = new TestBuild(folder.newFolder().toPath()).with(SelinuxMode.ENFORCING);
        String told = assertThrows(ProvisioningException.class, () -> method.build(build))
                .getMessage();

        assertTrue(told, told.contains("SELinux is enforcing"));
        assertEquals(List.of(), build.published());
    }

    @Test
    public void theKernelMakesAPermissiveCapsuleEnforce() throws Exception {
        method.build(new TestBuild(folder.newFolder().toPath()).with(SelinuxMode.PERMISSIVE));
        TestNode node = node().with(SelinuxMode.PERMISSIVE);
        run(node);
        node.with("kernel-args", "quiet enforcing=1");
        assertThrows(ProvisioningException.class, () -> method.render(node));
        run(node.with(SelinuxMode.DISABLED));
    }

    @Test
    public void theRootIsTheTreeUnderAnOverlay() throws Exception {
        List<List<String>> calls = run(node()).calls();
        String source = "10.10.0.1:" + system.root().resolve("trees") + "/" + "f".repeat(64);
        assertTrue(
                calls.toString(),
                calls.contains(List.of("mount_tree", source, "nfs4", "ro,vers=4.2", "/run/perceus/tree")));
        assertTrue(calls.toString(), calls.contains(List.of("overlay_root", "/run/perceus/tree", "50%")));
        assertEquals(
                List.of("append_starter", "enter_kexec"),
                calls.subList(calls.size() - 2, calls.size()).stream()
                        .map(call -> call.get(0))
                        .toList());
    }

    @Test
    public void theNodeSaysHowMuchItMayWrite() throws Exception {
        assertTrue(run(node().with("root-size", "300m"))
                .calls()
                .contains(List.of("overlay_root", "/run/perceus/tree", "300m")));
        assertThrows(ProvisioningException.class, () -> method.render(node().with("root-size", "1g,exec")));
    }

    @Test
    public void itBuildsWhatItAsksForLater() throws Exception {
        TestBuild build = new TestBuild(folder.newFolder().toPath());
        method.build(build);
        assertEquals(List.of("kernel as kernel", "drivers as drivers", "tree"), build.published());
        run(new TestNode().with(build));
        assertThrows(ProvisioningException.class, () -> method.render(new TestNode()));
        assertThrows(ProvisioningException.class, () -> method.render(node().withoutTree()));
    }

    private ScriptRun run(TestNode node) throws Exception {
        MethodScript script = method.render(node);
        ScriptRun run = ScriptRun.of(
                folder.newFolder().toPath(),
                script.prepare().text() + script.enter().text());
        assertEquals(run.errors(), 0, run.status());
        return run;
    }

    private static TestNode node() {
        return new TestNode().with("kernel", 'a', 8_000_000).with("drivers", 'b', 10_000_000);
    }
}
