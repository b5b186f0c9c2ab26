package org.perceus.vnfs.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Puts finished files in their place so that after a power cut they are there whole or not at all. */
final class DurableFiles {
    private static final String READABLE = "rw-r--r--";

    private DurableFiles() {}

    /** Moves a file, whose content is on the disk already, to a place that all may read. */
    static void publish(Path finished, Path place) throws IOException {
        Files.setPosixFilePermissions(finished, PosixFilePermissions.fromString(READABLE));
        createFolders(place.getParent());
        Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
        sync(place.getParent());
    }

    /** Brings a file's content or a folder's list of names to the disk. */
    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            createFolders(folder.getParent());
            Files.createDirectories(folder);
            sync(folder.getParent());
        }
    }
}
