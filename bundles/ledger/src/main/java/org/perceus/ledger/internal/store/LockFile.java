package org.perceus.ledger.internal.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Optional;

/** Keeps a second container away from a file; the system lets go of it when the process ends, however it does. */
final class LockFile {
    private final Path file;
    private Optional<FileChannel> held = Optional.empty();

    LockFile(Path file) {
        this.file = file;
    }

    /** Takes it, if it is not held already. */
    synchronized void take() throws SQLException {
        if (held.isPresent()) {
            return;
        }
        makeFolder();
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new SQLException("another container has it open: end that one, or name another database");
            }
            held = Optional.of(channel);
        } catch (IOException e) {
            throw new SQLException("cannot lock " + file + ": " + e.getMessage(), e);
        }
    }

    synchronized void release() {
        held.ifPresent(LockFile::close);
        held = Optional.empty();
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void makeFolder() throws SQLException {
        try {
            if (!Files.isDirectory(file.getParent())) {
                Files.createDirectories(
                        file.getParent(),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new SQLException("cannot make the folder " + file.getParent() + ": " + e.getMessage(), e);
        }
    }
}
