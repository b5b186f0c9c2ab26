package org.perceus.provisioning.internal.claim;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * The key by which a machine proves that it is the one of before, as people compare it.
 *
 * @param fingerprint {@code SHA256:} and the hash of the public key in base64 without padding, as ssh writes it
 */
public record NodeKey(String fingerprint) {
    /** @param raw a public key of Ed25519 (RFC 8032 section 5.1.2), 32 octets */
    static NodeKey of(byte[] raw) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(raw);
            return new NodeKey("SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return fingerprint;
    }
}
