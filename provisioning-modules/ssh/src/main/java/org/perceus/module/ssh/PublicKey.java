package org.perceus.module.ssh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The text of a public key as OpenSSH writes it: its kind, and in base64 what that kind has (RFC 4253, 6.6). */
final class PublicKey {

    private static final Map<String, Predicate<List<byte[]>>> KINDS = Map.of(
            "ssh-ed25519", parts -> parts.size() == 2 && parts.get(1).length == 32,
            "ssh-rsa", parts -> parts.size() == 3 && parts.get(2).length >= 256,
            "ecdsa-sha2-nistp256", parts -> isOfCurve(parts, "nistp256", 3),
            "ecdsa-sha2-nistp384", parts -> isOfCurve(parts, "nistp384", 3),
            "ecdsa-sha2-nistp521", parts -> isOfCurve(parts, "nistp521", 3),
            "sk-ssh-ed25519@openssh.com", parts -> parts.size() == 3 && parts.get(1).length == 32,
            "sk-ecdsa-sha2-nistp256@openssh.com", parts -> isOfCurve(parts, "nistp256", 4));

    private PublicKey() {}

    /**
     * Whether it is one of a kind that servers of today take.
     *
     * @param kind name of its kind
     * @param base64 the rest of it
     */
    static boolean isKey(String kind, String base64) {
        return KINDS.containsKey(kind)
                && decode(base64)
                        .flatMap(PublicKey::parts)
                        .filter(parts -> !parts.isEmpty() && text(parts.get(0)).equals(kind))
                        .filter(KINDS.get(kind))
                        .isPresent();
    }

    private static boolean isOfCurve(List<byte[]> parts, String curve, int count) {
        return parts.size() == count && text(parts.get(1)).equals(curve);
    }

    private static String text(byte[] part) {
        return new String(part, StandardCharsets.ISO_8859_1);
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Each has its length in front (RFC 4251, 5); nothing when these do not fit the whole. */
    private static Optional<List<byte[]>> parts(byte[] key) {
        List<byte[]> parts = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(key);
        while (rest.hasRemaining()) {
            int length = rest.remaining() < Integer.BYTES ? -1 : rest.getInt();
            if (length < 0 || length > rest.remaining()) {
                return Optional.empty();
            }
            byte[] part = new byte[length];
            rest.get(part);
            parts.add(part);
        }
        return Optional.of(parts);
    }
}
