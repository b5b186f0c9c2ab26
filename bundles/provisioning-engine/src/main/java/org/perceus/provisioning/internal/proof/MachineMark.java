package org.perceus.provisioning.internal.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** What tells one machine from another: 16 hexadecimal digits made of what its firmware says of it. */
public final class MachineMark {
    private static final int OCTETS = 8;

    private MachineMark() {}

    /** The mark of a machine; empty when its firmware says neither. */
    public static Optional<String> of(Optional<String> uuid, Optional<String> serial) {
        return uuid.isEmpty() && serial.isEmpty()
                ? Optional.empty()
                : Optional.of(mark(uuid.orElse("") + "\n" + serial.orElse("")));
    }

    private static String mark(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, OCTETS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
