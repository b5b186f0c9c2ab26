package org.perceus.doctor.check.site;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.finding.Severity;
import org.perceus.doctor.system.KernelFiles;
import org.perceus.doctor.system.Sha256;

public class StoredFilesTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final List<String> told = new ArrayList<>();

    @Test
    public void perceusOsIsComparedWithItsManifest() throws Exception {
        assertEquals(Severity.PROBLEM, perceusOs().get(0).severity());
        write("os/kernel", "kernel");
        write("os/initramfs", "initramfs");
        write(
                "os/manifest",
                "version=1\nfile kernel " + hash("kernel") + " 6\nfile initramfs " + hash("initramfs") + " 9\n");
        assertEquals(Severity.OK, perceusOs().get(0).severity());
        write("os/kernel", "kermel");
        Files.delete(root().resolve("os/initramfs"));
        assertEquals(
                List.of(
                        "the file kernel of the Perceus OS in " + root().resolve("os")
                                + " is not the one that its manifest names",
                        "the Perceus OS in " + root().resolve("os") + " lacks its file initramfs"),
                perceusOs().stream().map(Finding::sentence).toList());
        write("os/manifest", "file kernel\n");
        assertEquals(3, perceusOs().size());
    }

    @Test
    public void eachArtifactIsReadAndNamedByWhoNeedsIt() throws Exception {
        assertEquals(Severity.NOTE, capsules(false).get(0).severity());
        String root = artifact("root");
        String kernel = artifact("kernel");
        String other = artifact("other");
        String tools = artifact("tools");
        write("os/manifest", "file tools-disk " + tools + " 5\n");
        write(
                "vnfs/capsules/debian/1/capsule.json",
                "{\"name\": \"debian\", \"version\": \"1\", \"rootSha256\": \"" + root + "\"}");
        write("vnfs/capsules/broken/1/capsule.json", "{");
        write("module/images/debian/1/stateless-ram-2.0-" + root + ".image", ".artifacts=1\nkernel=" + kernel + " 6\n");
        assertEquals(
                "4 artifacts have the hashes that they are named by",
                capsules(false).get(0).sentence());
        assertEquals("0 %", told.get(0));
        for (String damaged : new String[] {root, kernel, other, tools}) {
            Files.writeString(place(damaged), "x");
        }
        String text = String.join(
                "\n", capsules(false).stream().map(Finding::sentence).toList());
        assertTrue(text, text.contains(root + " is damaged, the archive of debian@1: import its root again"));
        assertTrue(
                text,
                text.contains(
                        kernel + " is damaged, a part of debian@1 for stateless-ram: the container makes it anew"));
        assertTrue(text, text.contains(other + " is damaged, and no capsule needs it"));
        assertTrue(text, text.contains(tools + " is damaged, a part of Perceus OS: "));
        assertEquals("hashes are left out", Severity.NOTE, capsules(true).get(0).severity());
        Files.delete(place(root));
        Finding lost = capsules(true).get(0);
        assertEquals(Severity.PROBLEM, lost.severity());
        assertEquals("perceus vnfs import debian@VERSION ROOT", lost.command().orElseThrow());
    }

    @Test
    public void anNfsServerIsNeededBySomeMethods() throws IOException {
        assertEquals(Severity.OK, nfs("stateless-ram"));
        assertEquals(Severity.PROBLEM, nfs("hybrid"));
        write("proc/fs/nfsd/threads", "8\n");
        assertEquals(Severity.OK, nfs("hybrid"));
        write("proc/fs/nfsd/threads", "0\n");
        write("usr/bin/ganesha.nfsd", "");
        assertEquals(Severity.OK, nfs("nfs-root"));
    }

    private Severity nfs(String method) {
        return new NfsCheck(new KernelFiles(root()), method).findings().get(0).severity();
    }

    private List<Finding> perceusOs() throws Exception {
        return new PerceusOsCheck(root().resolve("os")).findings();
    }

    private List<Finding> capsules(boolean quick) throws Exception {
        return new CapsulesCheck(
                        root().resolve("vnfs"),
                        root().resolve("module"),
                        root().resolve("os"),
                        Path.of("/opt/perceus/bin"),
                        quick,
                        told::add)
                .findings();
    }

    private String artifact(String text) throws IOException {
        Files.createDirectories(place(hash(text)).getParent());
        Files.writeString(place(hash(text)), text);
        return hash(text);
    }

    private Path place(String hash) {
        return root().resolve("vnfs/artifacts").resolve(hash.substring(0, 2)).resolve(hash);
    }

    private Path root() {
        return folder.getRoot().toPath();
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(root().resolve(name).getParent());
        Files.writeString(root().resolve(name), text);
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
