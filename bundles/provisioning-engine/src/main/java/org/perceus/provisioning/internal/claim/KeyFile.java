package org.perceus.provisioning.internal.claim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.perceus.vnfs.file.DurableFiles;

/** Keeps the engine's key in a file that nobody else may read, so tokens outlive a restart. */
final class KeyFile {
    private static final int LENGTH = 32;

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
        if (!Files.getPosixFilePermissions(file).equals(DurableFiles.SECRET)) {
            // As it came back from a backup, or was copied.
            Files.setPosixFilePermissions(file, DurableFiles.SECRET);
        }
        return new SecretKeySpec(key, "HmacSHA256");
    }

    private void create(SecureRandom random) throws IOException {
        byte[] key = new byte[LENGTH];
        random.nextBytes(key);
        DurableFiles.write(file, key, DurableFiles.SECRET);
    }
}
