package org.perceus.provisioning.internal.claim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Checks that who shows a claim holds a key: it signs the claim, which is of one boot, so that what was shown in one proves nothing in
 * the next. What was right is remembered for a while, as a machine shows the same in each of its requests. Thread-safe.
 */
final class KeyProofs {
    /** What is signed is this and the claim, so that it is good for nothing else. */
    static final String PURPOSE = "perceus-claim:";

    private static final String ALGORITHM = "Ed25519";

    /** A SubjectPublicKeyInfo up to the key itself (RFC 8410 section 4). */
    private static final byte[] HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    /** Some 6 MB. */
    private static final int MOST = 16_384;

    private final Map<String, NodeKey> proved = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, NodeKey> eldest) {
            return size() > MOST;
        }
    };

    /**
     * The key that a proof proves.
     *
     * @param token the whole token that is shown
     * @param claim of the token, which holds
     */
    Optional<NodeKey> key(String token, String claim, ShownClaim.Proof proof) {
        Optional<NodeKey> known = known(token);
        if (known.isPresent() || !isSigned(claim, proof)) {
            return known;
        }
        NodeKey key = NodeKey.of(proof.key());
        remember(token, key);
        return Optional.of(key);
    }

    private synchronized Optional<NodeKey> known(String token) {
        return Optional.ofNullable(proved.get(token));
    }

    private synchronized void remember(String token, NodeKey key) {
        proved.put(token, key);
    }

    private static boolean isSigned(String claim, ShownClaim.Proof proof) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(publicKey(proof.key()));
            signature.update((PURPOSE + claim).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(proof.signature());
        } catch (GeneralSecurityException notOfThatForm) {
            return false;
        }
    }

    private static PublicKey publicKey(byte[] raw) throws GeneralSecurityException {
        byte[] encoded = new byte[HEAD.length + raw.length];
        System.arraycopy(HEAD, 0, encoded, 0, HEAD.length);
        System.arraycopy(raw, 0, encoded, HEAD.length, raw.length);
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }
}
