package org.perceus.provisioning.internal.claim;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.perceus.node.BootId;
import org.perceus.node.MacAddress;
import org.perceus.provisioning.internal.claim.Claim.Bearer;

/**
 * Turns claims into tokens and back. A token carries its boot and a keyed hash, so it can be checked without a look-up,
 * and outlives a restart of the engine.
 */
public final class ClaimCodec {
    private static final int CONTENT = 1 + 8 + 8;
    private static final int TAG = 16;
    private static final int TOKEN_CHARACTERS = 44;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    /** @param key signs the tokens; whoever knows it can forge them */
    public ClaimCodec(SecretKey key) {
        this.key = key;
    }

    /** The token of a claim: {@code [A-Za-z0-9_-]{44}}. */
    public String encode(Claim claim) {
        ByteBuffer token = ByteBuffer.allocate(CONTENT + TAG);
        token.put((byte) claim.bearer().ordinal());
        token.putLong(claim.boot().mac().value());
        token.putLong(claim.boot().startedMillis());
        token.put(tag(Arrays.copyOf(token.array(), CONTENT)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** The claim that a token proves; empty when this engine never gave out such a token. */
    public Optional<Claim> decode(String token) {
        if (token.length() != TOKEN_CHARACTERS) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            byte[] content = Arrays.copyOf(bytes.array(), CONTENT);
            byte[] tag = Arrays.copyOfRange(bytes.array(), CONTENT, bytes.capacity());
            if (!MessageDigest.isEqual(tag, tag(content))) {
                return Optional.empty();
            }
            Bearer bearer = Bearer.values()[bytes.get()];
            return Optional.of(new Claim(bearer, new BootId(new MacAddress(bytes.getLong()), bytes.getLong())));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private byte[] tag(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(content), TAG);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
