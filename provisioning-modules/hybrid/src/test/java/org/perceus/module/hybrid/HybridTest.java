package org.perceus.module.hybrid;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.MethodScript;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.SelinuxMode;
import org.perceus.provisioning.testkit.ScriptRun;
import org.perceus.provisioning.testkit.TestBuild;
import org.perceus.provisioning.testkit.TestNode;
import org.perceus.provisioning.testkit.TestTreeServer;

public class HybridTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Hybrid method = new Hybrid(new TestTreeServer(), new Configuration("/usr/share"));

    @Test
    public void theBulkStaysOnTheServer() throws Exception {
        TestBuild build = build();
        method.build(build);
        assertEquals(
                List.of("kernel as kernel", "part of the initramfs as root", "file paths as paths", "tree"),
                build.published());
        assertEquals(
                "leave 0 of 1024 MiB on the server",
                new String(build.file("paths"), StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElseThrow());
        assertTrue(method.remark(), method.remark().contains("leave on the server: /usr/share"));
    }

    @Test
    public void theCapsulesOwnListCounts() {
        TestBuild build = build().with("/etc/perceus/hybridize", "usr/share\n");
        String told = assertThrows(ProvisioningException.class, () -> method.build(build))
                .getMessage();
        assertTrue(told, told.contains("'usr/share' in /etc/perceus/hybridize"));
    }

    @Test
    public void anEnforcingCapsuleIsRefused() {
        TestBuild build = build().with(SelinuxMode.ENFORCING);

        String told = assertThrows(ProvisioningException.class, () -> method.build(build))
                .getMessage();

        assertTrue(told, told.contains("SELinux is enforcing"));
        assertEquals(List.of(), build.published());
    }

    @Test
    public void aPermissiveCapsuleIsBuilt() throws Exception {
        TestBuild build = build().with(SelinuxMode.PERMISSIVE);

        method.build(build);

        assertTrue(build.file("paths").length > 0);
    }

    @Test
    public void theKernelMakesAPermissiveCapsuleEnforce() throws Exception {
        TestNode node = node().with(SelinuxMode.PERMISSIVE);
        method.render(node);
        node.with("kernel-args", "quiet enforcing=1");
        assertThrows(ProvisioningException.class, () -> method.render(node));
    }

    @Test
    public void eachPathBecomesALinkIntoTheTree() throws Exception {
        MethodScript script = method.render(node());
        String list = "printf '%s\\n' 'leave 9 of 10 MiB on the server' /usr/share '/opt/a b' >\"$WORK\"/paths\n";
        String prepare = script.prepare().text();
        int links = prepare.indexOf("{\n");
        ScriptRun run = ScriptRun.of(
                folder.newFolder().toPath(),
                prepare.substring(0, links)
                        + list
                        + prepare.substring(links)
                        + script.enter().text());
        assertEquals(run.errors(), 0, run.status());
        assertTrue(run.calls().contains(List.of("step", "leave 9 of 10 MiB on the server")));
        assertEquals(
                "/.perceus/tree/usr/share",
                Files.readSymbolicLink(run.path("/usr/share")).toString());
        assertEquals(
                "/.perceus/tree/opt/a b",
                Files.readSymbolicLink(run.path("/opt/a b")).toString());
        String source = "10.10.0.1:/trees/" + "f".repeat(64);
        assertTrue(run.calls().contains(List.of("mount_tree", source, "nfs4", "ro,vers=4.2", "/.perceus/tree")));
        assertTrue(run.calls().contains(List.of("size_root", "50%")));
    }

    @Test
    public void aSizeThatIsNoneMakesTheNodeWait() throws Exception {
        assertTrue(method.render(node().with("root-size", "2g")).enter().text().contains("2g"));
        String told = assertThrows(ProvisioningException.class, () -> method.render(node().with("root-size", "big")))
                .getMessage();
        assertTrue(told, told.startsWith("the setting root-size is 'big': "));
    }

    @Test
    public void aCapsuleThatWasNotBuiltIsRefused() {
        assertThrows(ProvisioningException.class, () -> method.render(new TestNode()));
        assertThrows(ProvisioningException.class, () -> method.render(node().withoutTree()));
    }

    private TestBuild build() {
        return new TestBuild(folder.getRoot().toPath());
    }

    private static TestNode node() {
        return new TestNode()
                .with("kernel", 'a', 8_000_000)
                .with("root", 'b', 90_000_000)
                .with("paths", 'c', 90);
    }

    @SuppressWarnings("all")
    private record Configuration(String... hybridize) implements HybridConfig {
        @Override
        public String rootSize() {
            return "50%";
        }

        @Override
        public Class<HybridConfig> annotationType() {
            return HybridConfig.class;
        }
    }
}
