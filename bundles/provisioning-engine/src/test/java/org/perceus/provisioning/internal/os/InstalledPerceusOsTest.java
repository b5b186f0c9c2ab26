package org.perceus.provisioning.internal.os;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.provisioning.PerceusOs.Release;
import org.perceus.provisioning.internal.FakeArtifacts;

public class InstalledPerceusOsTest {
    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private final FakeArtifacts artifacts = new FakeArtifacts();
    private Path folder;

    @Before
    public void choose() {
        folder = temporary.getRoot().toPath().resolve("perceus-os");
    }

    @Test
    public void aReleaseIsPublishedForNodes() throws Exception {
        TestRelease.write(folder, "1", TestRelease.PROGRAMS);
        InstalledPerceusOs os = os();
        assertEquals(Optional.of(new Release("1", "6.1.0", folder)), os.release());
        StageOne stageOne = os.stageOne().orElseThrow();
        assertTrue(artifacts.find(stageOne.kernel().sha256()).isPresent());
        assertTrue(artifacts.find(stageOne.initramfs().sha256()).isPresent());
        assertEquals("boot programs need no artifact", 2, artifacts.count());
    }

    @Test
    public void withoutAReleaseThereIsNothing() throws Exception {
        InstalledPerceusOs os = os();
        assertEquals(Optional.empty(), os.release());
        assertEquals(Optional.empty(), os.find("undionly.kpxe"));
    }

    @Test
    public void aReleaseIsTakenUpWhenItComes() throws Exception {
        InstalledPerceusOs os = os();
        TestRelease.write(folder, "1", TestRelease.PROGRAMS);
        assertEquals("1", os.reload().orElseThrow().version());
        TestRelease.write(folder, "2", TestRelease.PROGRAMS);
        assertEquals("1", os.release().orElseThrow().version());
        assertEquals("2", os.reload().orElseThrow().version());
        assertEquals("2", os.release().orElseThrow().version());
    }

    @Test
    public void aDamagedManifestIsNotUsed() throws Exception {
        Path manifest = TestRelease.write(folder, "1", TestRelease.PROGRAMS);
        String good = Files.readString(manifest);
        for (String bad :
                List.of("", good.substring(0, good.indexOf("initramfs")), good.replace("file k", "file ../k"))) {
            Files.writeString(manifest, bad);
            assertEquals(Optional.empty(), os().release());
        }
        Files.write(manifest, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertEquals(Optional.empty(), os().release());
    }

    @Test
    public void everyFileIsTheOneOfTheManifest() throws Exception {
        for (String name : List.of("kernel", "initramfs", "undionly.kpxe", "snponly.efi")) {
            TestRelease.write(folder, "1", TestRelease.PROGRAMS);
            Files.writeString(folder.resolve(name), "something else");
            assertEquals(name, Optional.empty(), os().release());
            Files.delete(folder.resolve(name));
            assertEquals(name, Optional.empty(), os().release());
        }
    }

    @Test
    public void onlyBootProgramsOfTheManifestAreServed() throws Exception {
        TestRelease.write(folder, "1", List.of("undionly.kpxe", "snponly.efi"));
        Files.writeString(folder.resolve("other.efi"), "not of the release");
        InstalledPerceusOs os = os();
        assertEquals(Optional.of(folder.resolve("undionly.kpxe")), os.find("undionly.kpxe"));
        assertEquals(Optional.of(folder.resolve("snponly.efi")), os.find("snponly.efi"));
        for (String name : List.of(
                "",
                "kernel",
                "initramfs",
                "manifest",
                "other.efi",
                "ipxe.efi",
                "/undionly.kpxe",
                "./undionly.kpxe",
                "../perceus-os/undionly.kpxe",
                "undionly.kpxe\0",
                "UNDIONLY.KPXE",
                "../../etc/passwd")) {
            assertEquals(name, Optional.empty(), os.find(name));
        }
    }

    private InstalledPerceusOs os() {
        artifacts.clear();
        return new InstalledPerceusOs(folder, artifacts);
    }
}
