package org.perceus.itests;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is shipped. */
final class Installation {
    private Installation() {}

    /** The archive that is shipped. */
    static File archive() {
        return new File(System.getProperty("perceus.distribution"));
    }

    /** The folder of the unpacked archive; instances are elsewhere and share it. */
    static synchronized Path home() throws IOException, InterruptedException {
        Path target = Path.of("target", "installation").toAbsolutePath();
        Path home = target.resolve(archive().getName().replace(".tar.gz", ""));
        if (Files.notExists(home) || isOlder(home)) {
            Files.createDirectories(target);
            Finished tar = Finished.run(new ProcessBuilder(
                    "tar", "-xzf", archive().getCanonicalPath(), "--touch", "-C", target.toString()));
            if (tar.exit() != 0) {
                throw new IOException(tar.err());
            }
        }
        return home;
    }

    private static boolean isOlder(Path home) throws IOException {
        return Files.getLastModifiedTime(home).toMillis() < archive().lastModified();
    }
}
