package org.perceus.vnfs;

import java.util.regex.Pattern;

/**
 * A file in the artifact store. Immutable.
 *
 * @param sha256 SHA-256 of the content, 64 lower-case hexadecimal digits
 * @param size size in bytes
 */
public record Artifact(String sha256, long size) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException when the hash is malformed or the size negative */
    public Artifact {
        if (!isHash(sha256) || size < 0) {
            throw new IllegalArgumentException("'" + sha256 + "' is not a SHA-256 of a file of " + size + " bytes");
        }
    }

    /** Whether a text from outside is the hash of an artifact by its form. */
    public static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }
}
