package org.perceus.provisioning.internal.claim;

import java.util.Base64;
import java.util.Optional;

/**
 * A claim as it is shown: {@code CLAIM}, or {@code CLAIM.KEY.SIGNATURE} by who proves that it holds a key, the latter two in
 * base64url without padding.
 *
 * @param claim the token that was given out
 * @param proof what is shown with it
 */
record ShownClaim(String claim, Optional<Proof> proof) {
    private static final int KEY_OCTETS = 32;
    private static final int SIGNATURE_OCTETS = 64;

    /**
     * A public key of Ed25519 and a signature by it (RFC 8032). Arrays are not copied.
     *
     * @param key 32 octets
     * @param signature 64 octets
     */
    record Proof(byte[] key, byte[] signature) {}

    /** Takes a token apart; empty when it is neither of both. */
    static Optional<ShownClaim> of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length == 1) {
            return Optional.of(new ShownClaim(token, Optional.empty()));
        }
        return parts.length == 3 ? proven(parts) : Optional.empty();
    }

    private static Optional<ShownClaim> proven(String[] parts) {
        try {
            Proof proof = new Proof(
                    Base64.getUrlDecoder().decode(parts[1]),
                    Base64.getUrlDecoder().decode(parts[2]));
            return proof.key().length == KEY_OCTETS && proof.signature().length == SIGNATURE_OCTETS
                    ? Optional.of(new ShownClaim(parts[0], Optional.of(proof)))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
