package org.perceus.simulator.node;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import org.perceus.simulator.dhcp.Mac;

/** The key of a machine, Ed25519 (RFC 8032): the same at each of its boots, as it is made of its MAC. Immutable. */
final class MachineKey {
    private static final String ALGORITHM = "Ed25519";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int OCTETS = 32;

    private final KeyPair pair;

    MachineKey(Mac mac) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Known(mac.value()));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** What is shown in place of a claim. */
    String shows(String claim) {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - OCTETS, encoded.length);
        return claim + "." + BASE64.encodeToString(raw) + "." + BASE64.encodeToString(signed("perceus-claim:" + claim));
    }

    private byte[] signed(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** No chance at all: nobody has to be kept from guessing the keys of machines that are none. */
    private static final class Known extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] octets;

        Known(long number) {
            octets = ByteBuffer.allocate(OCTETS).putLong(number).array();
        }

        @Override
        public void nextBytes(byte[] filled) {
            System.arraycopy(octets, 0, filled, 0, filled.length);
        }
    }
}
