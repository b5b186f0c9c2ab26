package org.perceus.provisioning.internal.os;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.perceus.provisioning.internal.FakeArtifacts;
import org.perceus.vnfs.Artifact;

/** Writes releases of Perceus OS. */
public final class TestRelease {
    /** The boot programs of a whole release. */
    public static final List<String> PROGRAMS = List.of("undionly.kpxe", "snponly.efi", "snponly-arm64.efi");

    private TestRelease() {}

    /** Writes a release with some boot programs into a folder. */
    public static Path write(Path folder, String version, List<String> programs) throws IOException {
        Files.createDirectories(folder);
        StringBuilder manifest = new StringBuilder("name=perceus-os\nversion=" + version + "\nkernel-version=6.1.0\n");
        file(folder, manifest, "kernel", version);
        file(folder, manifest, "initramfs", version);
        for (String program : programs) {
            file(folder, manifest, program, version);
        }
        manifest.append("package busybox 1:1.35.0-4\n");
        return Files.writeString(folder.resolve("manifest"), manifest);
    }

    /** A whole release, installed, and more files in it. */
    public static InstalledPerceusOs installed(Path folder, String... more) throws IOException {
        List<String> files = new ArrayList<>(PROGRAMS);
        files.addAll(List.of("memtest-bios", "memtest-uefi"));
        files.addAll(List.of(more));
        write(folder, "1", files);
        return open(folder);
    }

    /** Whatever is in a folder, installed. */
    public static InstalledPerceusOs open(Path folder) {
        return new InstalledPerceusOs(folder, new FakeArtifacts());
    }

    /** Nothing, installed. */
    public static InstalledPerceusOs missing(Path folder) {
        return open(folder.resolve("missing"));
    }

    private static void file(Path folder, StringBuilder manifest, String name, String version) throws IOException {
        byte[] content = (name + " of " + version).getBytes(StandardCharsets.UTF_8);
        Artifact artifact = FakeArtifacts.of(content);
        Files.write(folder.resolve(name), content);
        manifest.append("file ").append(name).append(' ').append(artifact.sha256());
        manifest.append(' ').append(artifact.size()).append('\n');
    }
}
