package org.perceus.provisioning.internal.claim;

import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.perceus.fuzz.Input;
import org.perceus.fuzz.Promise;
import org.perceus.node.BootId;
import org.perceus.node.MacAddress;

/** A token that somebody shows, with a proof or without, and one of ours with a character changed. The fuzzer sees the key, so it can forge. */
public final class ClaimFuzz {
    private static final ClaimCodec CODEC = new ClaimCodec(new SecretKeySpec(new byte[32], "HmacSHA256"));
    private static final ClaimCodec OTHER = new ClaimCodec(new SecretKeySpec(new byte[] {1}, "HmacSHA256"));
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private ClaimFuzz() {}

    /** A boot, a change, and a text. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Input input = new Input(bytes);
        Optional<MacAddress> mac = MacAddress.find(input.below(1L << 48));
        Claim.Bearer bearer = Claim.Bearer.values()[input.octet() % Claim.Bearer.values().length];
        BootId boot = new BootId(mac.orElse(new MacAddress(1)), input.number());
        int place = input.octet();
        char other = ALPHABET.charAt(input.octet() % ALPHABET.length());

        Claim claim = new Claim(bearer, boot);
        String token = CODEC.encode(claim);
        Promise.kept(token.matches("[A-Za-z0-9_-]{44}"), "a token has its form");
        Promise.equal(Optional.of(claim), CODEC.decode(token), "what is written is read again");
        Promise.equal(Optional.empty(), OTHER.decode(token), "who has another key takes no token");
        StringBuilder changed = new StringBuilder(token);
        changed.setCharAt(place % token.length(), other);
        if (!token.contentEquals(changed)) {
            Promise.equal(Optional.empty(), CODEC.decode(changed.toString()), "a changed token proves nothing");
        }
        String text = input.text();
        CODEC.decode(text)
                .ifPresent(
                        proved -> Promise.equal(text, CODEC.encode(proved), "only a token of ours proves something"));
        shown(text);
        shown(token + "." + text);
    }

    private static void shown(String token) {
        ShownClaim.of(token).ifPresent(shown -> {
            Promise.kept(token.startsWith(shown.claim()), "a claim is what is shown first");
            shown.proof().ifPresent(proof -> new KeyProofs()
                    .key(token, shown.claim(), proof)
                    .ifPresent(
                            key -> Promise.equal(NodeKey.of(proof.key()), key, "a proof is of the key that is shown")));
        });
    }
}
