package org.perceus.provisioning.internal.claim;

import static org.junit.Assert.assertEquals;

import java.util.Optional;
import org.junit.Test;

public class KeyProofsTest {
    /** As openssl of Debian 12 signs it: genpkey -algorithm ed25519, pkeyutl -sign -rawin. */
    private static final String CLAIM = "AFJUABI0VgAAAAAAAAPoTqoF1m2QyQJ8vNnDzXlX_";

    private static final String KEY = "1tuMCpLj37i3AygwK8auEOWg2ruYepQL6AFmabQPcio";
    private static final String SIGNATURE =
            "Iket4cs5b4On2m6NtcHPNJPmetcCg-_PdpmBqn82oGoKrHixtMJdl8R7JQJql2sgz3mxzAE-8yfWLzA0E9VwDA";

    private final KeyProofs proofs = new KeyProofs();

    @Test
    public void whatOpensslSignsIsRight() {
        assertEquals(
                Optional.of("SHA256:ij5KtOJxeP0BcsLEaWwr2Yvc1x9vKJqwsmsR8qHC7Ms"),
                key(CLAIM + "." + KEY + "." + SIGNATURE).map(NodeKey::fingerprint));
    }

    @Test
    public void anotherClaimIsNotSigned() {
        assertEquals(Optional.empty(), key("B" + CLAIM.substring(1) + "." + KEY + "." + SIGNATURE));
    }

    private Optional<NodeKey> key(String token) {
        ShownClaim shown = ShownClaim.of(token).orElseThrow();
        return proofs.key(token, shown.claim(), shown.proof().orElseThrow());
    }
}
