package org.perceus.vnfs.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Puts files in their place so that after a power cut they are there whole or not at all, and stay there once a method has
 * returned: content, name and the folders above are on the disk then. Each file is for one writer at a time.
 */
public final class DurableFiles {
    /** Who may read a file that is no secret: all. */
    public static final Set<PosixFilePermission> PUBLIC = Set.copyOf(PosixFilePermissions.fromString("rw-r--r--"));

    /** Who may read a secret: its owner. */
    public static final Set<PosixFilePermission> SECRET = Set.copyOf(PosixFilePermissions.fromString("rw-------"));

    private static final String UNFINISHED = ".new";

    private DurableFiles() {}

    /**
     * Writes a file, in place of another of its name, and makes the folders that are missing.
     *
     * @param access who may do what with it, at no time anybody more
     * @throws IOException when it could not be written; then the one before is unharmed
     */
    public static void write(Path file, byte[] content, Set<PosixFilePermission> access) throws IOException {
        createFolders(file.getParent());
        // always of the same name, so that what a power cut leaves is gone with the next attempt
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.deleteIfExists(unfinished);
        try {
            Set<StandardOpenOption> anew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel out = FileChannel.open(unfinished, anew, PosixFilePermissions.asFileAttribute(SECRET))) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            publish(unfinished, file, access);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * Moves a finished file to a place on the same file system, instead of another that is there, and makes the folders
     * that are missing.
     *
     * @param access who may do what with it
     */
    public static void publish(Path finished, Path place, Set<PosixFilePermission> access) throws IOException {
        Files.setPosixFilePermissions(finished, access);
        sync(finished);
        createFolders(place.getParent());
        move(finished, place);
    }

    /** Moves a file or a folder, whose content is on the disk already, to another name on the same file system. */
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        sync(to.getParent());
        if (!from.getParent().equals(to.getParent())) {
            sync(from.getParent());
        }
    }

    /** Deletes a file, if it is there. */
    public static void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            sync(file.getParent());
        }
    }

    /** Makes a folder and those above it, as far as they are missing. */
    public static void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            createFolders(folder.toAbsolutePath().getParent());
            Files.createDirectories(folder);
            sync(folder.toAbsolutePath().getParent());
        }
    }

    /** Brings a file's content or a folder's list of names to the disk. */
    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
