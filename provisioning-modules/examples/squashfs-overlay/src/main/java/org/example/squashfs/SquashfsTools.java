package org.example.squashfs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.perceus.provisioning.spi.CapsuleBuild;
import org.perceus.provisioning.spi.ProvisioningException;

/** The program that makes a squashfs of a tar archive, so that nothing has to be unpacked and no privilege is needed. */
final class SquashfsTools {
    private static final String PROGRAM = "sqfstar";
    private static final String MISSING = "the program " + PROGRAM
            + " is not on this server: install squashfs-tools 4.5 or newer (on Debian: apt-get install squashfs-tools)";

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

    /** Packs the whole root of a capsule into a squashfs. */
    void pack(CapsuleBuild build, Path image) throws ProvisioningException {
        Path log = image.resolveSibling("sqfstar.log");
        List<String> command = List.of(
                require().toString(), "-quiet", "-no-progress", "-comp", "zstd", "-mkfs-time", "0", image.toString());
        try (InputStream root = build.openRoot()) {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
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
