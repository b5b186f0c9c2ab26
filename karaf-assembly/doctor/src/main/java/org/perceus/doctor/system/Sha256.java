package org.perceus.doctor.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash of a file. */
public final class Sha256 {
    private static final int PORTION = 1 << 16;

    private Sha256() {}

    /** A new digest. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** 64 lower-case hexadecimal digits. */
    public static String of(Path file) throws IOException, InterruptedException {
        MessageDigest digest = digest();
        byte[] portion = new byte[PORTION];
        try (InputStream in = Files.newInputStream(file)) {
            for (int length = in.read(portion); length >= 0; length = in.read(portion)) {
                digest.update(portion, 0, length);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
