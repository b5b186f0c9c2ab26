package org.perceus.shell.internal.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.util.List;
import org.junit.Test;

/** Commands for capsules. */
public class CapsuleCommandsTest extends CommandsTestCase {
    @Test
    public void aCapsuleIsPreparedForTheSitesMethod() throws Exception {
        Files.createDirectory(folder.getRoot().toPath().resolve("root"));
        site.modules.method = "nfs-root";
        run("vnfs-import", "fresh", "root");
        assertEquals(List.of("fresh@1 nfs-root"), site.library.prepared);
    }

    @Test
    public void importsACapsuleAndPreparesIt() throws Exception {
        run("vnfs-import", "rocky", ".");
        assertEquals(List.of("rocky@1 stateless-ram"), site.library.prepared);
        assertTrue(screen.printed(), screen.printed().startsWith("imported rocky@1: "));
        run("vnfs-import", "--method", "nfs-root", "rocky", ".");
        assertEquals("rocky@2 nfs-root", site.library.prepared.get(1));
        run("vnfs-import", "--no-prepare", "rocky@9.4", ".");
        assertEquals(2, site.library.prepared.size());
    }

    @Test
    public void anImportShowsProgressAndSizes() throws Exception {
        run("vnfs-import", "rocky@1", ".");
        assertTrue(screen.complained(), screen.complained().contains("elsewhere\nreading: 0 %\n"));
        String printed = screen.printed();
        assertTrue(
                printed,
                printed.startsWith("imported rocky@1: 23456 files, 774.4 MiB, packed 287.1 MiB, kernel 6.1.0-30-amd64,"
                        + " in 0."));
        assertTrue(printed, printed.contains("\nprepared rocky@1 for stateless-ram: 295.6 MiB, in "));
    }

    @Test
    public void anUnknownMethodIsRefusedBeforeTheImport() throws Exception {
        assertTrue(sentence("vnfs-import", "--method", "magic", "rocky", ".").startsWith("there is no provisioning"));
        assertEquals(List.of(), site.library.sources);
    }

    @Test
    public void aDryRunImportsNothing() throws Exception {
        run("vnfs-import", "--dry-run", "rocky", ".");
        assertTrue(screen.printed().startsWith("would import rocky@1 from "));
        assertEquals(List.of(), site.library.sources);
    }

    @Test
    public void aCapsuleInUseIsDeletedOnlyByForce() throws Exception {
        assertEquals(
                "nothing was deleted: 1 node (n2) would get debian-12@2: set another capsule first, or add --force",
                sentence("vnfs-delete", "--yes", "debian-12@2"));
        run("vnfs-delete", "--yes", "--force", "debian-12@2");
        assertEquals(List.of(), site.library.capsules());
        assertTrue(sentence("vnfs-delete", "--yes", "debian-12@2").startsWith("there is no capsule"));
    }
}
