package org.perceus.vnfs.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds files in the making. What is in it means nothing to anybody else, nor after a restart. */
public final class WorkFolder {
    private final Path folder;

    /** Below the folder of everything, so that a finished file is moved and not copied. */
    public WorkFolder(Path directory) {
        this.folder = directory.resolve("tmp");
    }

    /** A new empty file, for its maker to move or delete. */
    public Path newFile(String purpose) throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, purpose + "-", ".tmp");
    }

    /** Deletes what a process that was killed has left. */
    void clear() throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }
}
