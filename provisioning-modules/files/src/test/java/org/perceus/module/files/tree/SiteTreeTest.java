package org.perceus.module.files.tree;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.spi.FileContent;
import org.perceus.provisioning.spi.NodeFile;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.testkit.ScriptRun;
import org.perceus.provisioning.testkit.TestNode;

public class SiteTreeTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Site site;
    // its capsule is called as it is itself
    private final TestNode node = new TestNode();

    @Before
    public void start() throws Exception {
        site = new Site(folder.newFolder("files").toPath());
    }

    @Test
    public void aSiteWithoutFilesGivesNothing() throws Exception {
        site.read();
        assertEquals("", site.script(node).text());
    }

    @Test
    public void laterScopesWin() throws Exception {
        for (String scope : List.of("all", "capsule/n0001", "group/rack1", "node/n0001")) {
            for (String file : List.of("all", "capsule/n0001", "group/rack1", "node/n0001")) {
                if (scope.compareTo(file) <= 0) {
                    site.with(scope + "/etc/" + file.replace('/', '-'), scope);
                }
            }
        }
        site.with("node/n0002/etc/all", "another's")
                .with("group/rack/etc/all", "another's")
                .read();
        ScriptRun run = run();
        assertEquals("all", run.file("/etc/all"));
        assertEquals("capsule/n0001", run.file("/etc/capsule-n0001"));
        assertEquals("group/rack1", run.file("/etc/group-rack1"));
        assertEquals("node/n0001", run.file("/etc/node-n0001"));
        assertEquals(
                List.of("site/files/all/etc/all", "site/files/capsule/n0001/etc/capsule-n0001"),
                site.script(node).files().stream()
                        .map(NodeFile::origin)
                        .limit(2)
                        .toList());
    }

    @Test
    public void aFileOfALaterScopeTakesThePlaceOfAFolderAndTheOtherWayRound() throws Exception {
        site.with("all/etc/x/below", "gone").with("node/n0001/etc/x", "file");
        site.with("all/etc/y", "gone").with("node/n0001/etc/y/below", "file").read();
        assertEquals(List.of("/etc/x", "/etc/y/below"), paths());
        assertEquals("file", run().file("/etc/x"));
    }

    @Test
    public void modesLinksAndEmptyFoldersAreKept() throws Exception {
        site.with("all/usr/bin/tool", "#!/bin/sh\n");
        Files.setPosixFilePermissions(site.at("all/usr/bin/tool"), PosixFilePermissions.fromString("rwxr-x---"));
        Files.createSymbolicLink(site.at("all/etc/localtime"), Path.of("/usr/share/zoneinfo/UTC"));
        Files.createDirectories(site.at("all/srv/data/x").getParent());
        site.read();
        ScriptRun run = run();
        assertEquals(
                "rwxr-x---", PosixFilePermissions.toString(Files.getPosixFilePermissions(run.path("/usr/bin/tool"))));
        assertEquals(Path.of("/usr/share/zoneinfo/UTC"), Files.readSymbolicLink(run.path("/etc/localtime")));
        assertTrue(Files.isDirectory(run.path("/srv/data")));
    }

    @Test
    public void anyBytesArriveAndLargeFilesAreDownloaded() throws Exception {
        byte[] binary = {0, 1, -1, '\n', 0x27};
        site.with("all/opt/binary", binary)
                .with("all/opt/large", new byte[100_000])
                .read();
        assertTrue(Arrays.equals(binary, Files.readAllBytes(run().path("/opt/binary"))));
        NodeFile large = site.script(node).files().get(1);
        assertEquals(100_000, large.content().size());
        String hash = ((FileContent.Published) large.content()).artifact().sha256();
        assertEquals(Set.of(hash), site.publisher.published());
    }

    @Test
    public void whatIsPublishedIsGivenUpWhenItChanges() throws Exception {
        site.with("all/opt/large", new byte[100_000]).read();
        Set<String> first = site.publisher.published();
        site.with("all/etc/motd", "another file").read();
        assertEquals(first, site.publisher.published());
        site.with("all/opt/large", "x".repeat(100_000)).read();
        Set<String> second = site.publisher.published();
        assertEquals(1, second.size());
        assertTrue(!first.equals(second));
        Files.delete(site.at("all/opt/large"));
        site.read();
        assertEquals(Set.of(), site.publisher.published());
    }

    @Test
    public void theManifestGivesModesAndOwners() throws Exception {
        site.with("all/etc/slurm/key", "x").with("all/etc/slurm/conf", "x").with("all/etc/motd", "x");
        site.with(
                        "all.manifest",
                        "# ours\n\n/etc/slurm mode=750 owner=root:slurm\n/etc/slurm/* mode=640 owner=slurm\n"
                                + "/etc/slurm/key mode=600\n")
                .read();
        assertEquals(
                List.of(
                        "/etc/motd 644 ",
                        "/etc/slurm 750 root:slurm",
                        "/etc/slurm/conf 640 slurm",
                        "/etc/slurm/key 600 slurm"),
                site.script(node).files().stream()
                        .map(file -> file.path() + " " + file.mode() + " "
                                + file.owner().orElse(""))
                        .toList());
    }

    @Test
    public void aWrongLineKeepsTheNodesOfItsScopeWaiting() throws Exception {
        site.with("all/etc/motd", "x").with("group/other/etc/motd", "x").with("group/rack1/etc/motd", "x");
        site.with("group/other.manifest", "/etc/motd mode=999\n").read();
        assertEquals(List.of("/etc/motd"), paths());
        site.with("group/rack1.manifest", "\n/etc/motd mode=999\n").read();
        assertRefused("site/files/group/rack1.manifest line 2: '999' is no mode: use one such as 640 or 4755");
        site.with("group/rack1.manifest", "/etc/mtd mode=600\n").read();
        assertRefused("site/files/group/rack1.manifest line 1: no file below site/files/group/rack1 is for /etc/mtd");
    }

    @Test
    public void aBrokenTemplateKeepsTheNodesOfItsScopeWaitingUntilItIsMended() throws Exception {
        site.with("node/n0001/etc/motd.tmpl", "one\n{{nmae}}\n").read();
        assertRefused(
                "site/files/node/n0001/etc/motd.tmpl line 2: n0001 has no value 'nmae': give it one, or put the line"
                        + " between {{#nmae}} and {{/nmae}}");
        site.with("node/n0001/etc/motd.tmpl", "one\n{{#name}}\n").read();
        String refusal = refusal();
        assertTrue(refusal, refusal.startsWith("site/files/node/n0001/etc/motd.tmpl line "));
        site.with("node/n0001/etc/motd.tmpl", "I am {{name}}\n").read();
        assertEquals("I am n0001\n", run().file("/etc/motd"));
    }

    @Test
    public void aFileAndATemplateForOnePathAreOneTooMany() throws Exception {
        site.with("all/etc/motd.tmpl", "a").with("all/etc/motd", "b").read();
        assertRefused("site/files/all/etc/motd and site/files/all/etc/motd.tmpl are both for /etc/motd: take one away");
    }

    @Test
    public void pathsThatNodesCannotHaveAreRefused() throws Exception {
        for (String path :
                List.of("lib/x", "bin/x", "run/x", "proc/x", "usr/lib/perceus/agent", "etc/perceus/agent.conf")) {
            site.with("all/" + path, "x").read();
            String refusal = refusal();
            assertTrue(refusal, refusal.startsWith("site/files/all/" + path.split("/")[0]));
            Files.delete(site.at("all/" + path));
            Path top = site.at("all/" + path).getParent();
            Files.delete(top);
        }
    }

    @Test
    public void hostileNamesAreNamesOrRefused() throws Exception {
        for (String name :
                List.of("it's", "$(touch pwned)", "`id`", "-rf", "two words", "\"", "a;b", "é節點", "\\", "*", "..x")) {
            site.with("all/etc/" + name, name);
        }
        site.read();
        ScriptRun run = run();
        assertEquals("$(touch pwned)", run.file("/etc/$(touch pwned)"));
        assertEquals("é節點", run.file("/etc/é節點"));
        site.with("all/etc/a\nb", "x").read();
        assertTrue(refusal(), refusal().endsWith("its name has a control character or is no UTF-8: rename it"));
    }

    @Test
    public void whatIsHalfWrittenIsNotGiven() throws Exception {
        site.with("all/etc/motd", "old").read();
        site.with("all/etc/motd", "new, ha");
        site.look();
        assertEquals("old", run().file("/etc/motd"));
        site.with("all/etc/motd", "new, half done");
        site.look();
        assertEquals("old", run().file("/etc/motd"));
        site.read();
        assertEquals("new, half done", run().file("/etc/motd"));
    }

    @Test
    public void whatEditorsLeaveBehindIsNotGiven() throws Exception {
        site.with("all/etc/motd~", "x").with("all/etc/.motd.swp", "x").with("all/etc/.#motd", "x");
        site.with("all/etc/.hidden", "x").read();
        assertEquals(List.of("/etc/.hidden"), paths());
    }

    @Test
    public void foldersThatAreNoScopesAreRemarked() throws Exception {
        site.with("grup/rack1/etc/motd", "x").with("README", "x");
        assertEquals(
                List.of(
                        "site/files/README is for no node: use the folders all, capsule, group and node",
                        "site/files/grup is for no node: use the folders all, capsule, group and node"),
                site.read().problems());
        assertEquals(List.of(), paths());
    }

    @Test
    public void aScopeThatIsNoFolderKeepsItsNodesWaiting() throws Exception {
        site.with("node/n0002", "no folder").with("all/etc/motd", "x").read();
        assertEquals(List.of("/etc/motd"), paths());
        Files.createSymbolicLink(site.at("group/rack1"), folder.getRoot().toPath());
        site.read();
        assertRefused("site/files/group/rack1: it is no folder: make it one, or take it away");
    }

    @Test
    public void limitsAreToldInASentence() throws Exception {
        site = new Site(folder.newFolder().toPath(), new Limits(10, 1000, 200_000));
        for (int i = 0; i < 20; i++) {
            site.with("all/file" + i, "x");
        }
        site.read();
        assertRefused(
                "site/files holds more than 10 files or is deeper than 40 folders: take some away, or raise maxFiles"
                        + " of etc/org.perceus.module.files.cfg");
        site = new Site(folder.newFolder().toPath(), new Limits(10, 1000, 200_000));
        site.with("all/a", "x".repeat(600)).with("all/b", "x".repeat(600)).read();
        assertTrue(refusal(), refusal().contains("have more than 0 MiB: raise memoryMib"));
        site = new Site(folder.newFolder().toPath(), new Limits(10, 1000, 200_000));
        site.with("all/a", new byte[150_000]).with("all/b", new byte[150_000]).read();
        assertTrue(refusal(), refusal().contains("raise publishedMib"));
    }

    @Test
    public void aLinkIsNeverFollowed() throws Exception {
        Path outside = Files.writeString(folder.getRoot().toPath().resolve("secret"), "secret");
        Files.createSymbolicLink(site.at("all/etc/link"), outside);
        site.read();
        assertEquals(List.of("/etc/link"), paths());
        assertTrue(site.script(node).files().get(0).content() instanceof FileContent.Link);
    }

    private List<String> paths() throws ProvisioningException {
        return site.script(node).files().stream().map(NodeFile::path).toList();
    }

    private String refusal() {
        return assertThrows(ProvisioningException.class, () -> site.script(node))
                .getMessage();
    }

    private void assertRefused(String sentence) {
        assertEquals(sentence, refusal());
    }

    private ScriptRun run() throws Exception {
        ScriptRun run =
                ScriptRun.of(folder.newFolder().toPath(), site.script(node).text());
        assertEquals(run.errors(), 0, run.status());
        return run;
    }
}
