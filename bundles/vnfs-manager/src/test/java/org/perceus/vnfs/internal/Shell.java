package org.perceus.vnfs.internal;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;

/** Runs the system's own tools, for a second opinion. */
public final class Shell {
    private Shell() {}

    /** What a script prints, one character for each byte; the test fails when the script does. */
    public static String run(Path folder, String script) throws IOException {
        Process process = new ProcessBuilder("bash", "-c", "set -e -o pipefail; " + script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        try {
            assertEquals(script + "\n" + output, 0, process.waitFor());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return output;
    }

    public static List<String> lines(Path folder, String script) throws IOException {
        return run(folder, script).lines().toList();
    }

    /** Gives a file an extended attribute of the user's kind. */
    public static void attribute(Path file, String name, String value) throws IOException {
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class)
                .write(name, StandardCharsets.ISO_8859_1.encode(value));
    }

    /** Makes a folder that passes for a root. */
    public static Path minimalRoot(Path folder) throws IOException {
        run(
                folder.getParent(),
                "mkdir -p R/boot R/lib/modules/6.1.0-9-amd64 R/sbin;".replace("R/", folder + "/") + "echo '#!init' > "
                        + folder + "/sbin/init; chmod 755 " + folder + "/sbin/init");
        FakeKernel.write(folder.resolve("boot/vmlinuz-6.1.0-9-amd64"), "6.1.0-9-amd64");
        return folder;
    }
}
