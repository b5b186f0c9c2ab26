package org.perceus.provisioning.internal.claim;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keeps the engine's key in a file that nobody else may read, so tokens outlive a restart. */
final class KeyFile {
    private static final int LENGTH = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    /** Reads the key, and makes one first if there is none. */
    SecretKey readOrCreate(SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            create(random);
        }
        byte[] key = Files.readAllBytes(file);
        if (key.length != LENGTH) {
            throw new IOException(
                    "the key in " + file + " is damaged: remove the file, and boots under way start anew");
        }
        if (!Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
            // As it came back from a backup, or was copied.
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
        return new SecretKeySpec(key, "HmacSHA256");
    }

    private void create(SecureRandom random) throws IOException {
        byte[] key = new byte[LENGTH];
        random.nextBytes(key);
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        var ownerOnly = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
        try (FileChannel out =
                FileChannel.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            out.write(ByteBuffer.wrap(key));
            out.force(true);
        } catch (FileAlreadyExistsException e) {
            throw new IOException("another process is making " + fresh, e);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
