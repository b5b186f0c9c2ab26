package org.example.squashfs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.perceus.provisioning.spi.CapsuleBuild;
import org.perceus.provisioning.spi.ProvisioningException;

/** The program that makes a squashfs of a tar archive, so that nothing has to be unpacked and no privilege is needed. */
final class SquashfsTools {
    private static final String PROGRAM = "mksquashfs";
    private static final String MISSING = "the program " + PROGRAM
            + " is not on this server: install squashfs-tools 4.5 or newer (on Debian: apt-get install squashfs-tools)";

    /** Larger blocks pack better and are read slower; a higher level takes longer to pack for nothing. */
    private static final List<String> OPTIONS = List.of(
            "-tar", "-noappend", "-quiet", "-no-progress",
            "-comp", "zstd", "-Xcompression-level", "19", "-b", "512K",
            // it would read far ahead otherwise, and nobody knew how much is packed
            "-mem", "128M",
            // it passes over the archive's entry of the root itself
            "-root-mode", "755", "-root-uid", "0", "-root-gid", "0");

    private final String path;

    SquashfsTools() {
        this(System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    }

    /** @param path where to look for the program, in the notation of {@code $PATH} */
    SquashfsTools(String path) {
        this.path = path;
    }

    /** Makes sure that the program is there. */
    Path require() throws ProvisioningException {
        return find().orElseThrow(() -> new ProvisioningException(MISSING));
    }

    String remark() {
        return find().map(program -> "Images are made by " + program + ".").orElse("No image can be made: " + MISSING + ".");
    }

    /** Packs a root into a squashfs, without what only a boot loader reads: nodes have their kernel already. */
    void pack(CapsuleBuild build, Path image) throws ProvisioningException {
        Path log = image.resolveSibling(PROGRAM + ".log");
        List<String> command = new ArrayList<>(List.of(require().toString(), "-", image.toString()));
        command.addAll(OPTIONS);
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        try (InputStream root = open(build)) {
            // what it makes itself would have the time of now, and equal roots would make images that differ
            program.environment().put("SOURCE_DATE_EPOCH", String.valueOf(newestTime(build)));
            Process process = program.start();
            try {
                feed(build, root, process.getOutputStream());
            } finally {
                end(process);
            }
            if (process.exitValue() != 0) {
                throw new ProvisioningException(PROGRAM + " could not pack the root: " + lastLine(log));
            }
        } catch (IOException e) {
            throw new ProvisioningException(
                    "the root could not be packed: " + e.getMessage() + " (" + PROGRAM + " said: " + lastLine(log) + ")", e);
        }
    }

    private static InputStream open(CapsuleBuild build) throws ProvisioningException {
        return build.openRoot(path -> !path.startsWith("/boot/"));
    }

    private static long newestTime(CapsuleBuild build) throws ProvisioningException, IOException {
        try (InputStream root = open(build)) {
            return NewestFile.time(root);
        }
    }

    private static void feed(CapsuleBuild build, InputStream root, OutputStream to) throws IOException {
        long total = build.capsule().rootSize();
        long done = 0;
        byte[] buffer = new byte[1 << 16];
        try (to) {
            for (int read = root.read(buffer); read >= 0; read = root.read(buffer)) {
                to.write(buffer, 0, read);
                done += read;
                build.progress("packing the squashfs", Math.min(done, total), total);
            }
        }
    }

    /** Its input has ended, so it ends soon, and does not outlive a build that is given up. */
    private static void end(Process process) throws IOException {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("the build was interrupted", e);
        }
    }

    private static String lastLine(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.isEmpty() ? "nothing" : lines.get(lines.size() - 1);
        } catch (IOException e) {
            return "nothing";
        }
    }

    private Optional<Path> find() {
        return Arrays.stream(path.split(":"))
                .map(folder -> Path.of(folder, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
