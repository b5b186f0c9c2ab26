package org.perceus.vnfs.internal;

import org.perceus.fuzz.Input;
import org.perceus.fuzz.Promise;
import org.perceus.vnfs.Capsule;

/** The file of a capsule. */
public final class CapsuleFuzz {
    private CapsuleFuzz() {}

    /** The text of a file. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            Capsule capsule = CapsuleFiles.parse(new Input(bytes).text());
            Promise.equal(capsule, CapsuleFiles.parse(CapsuleFiles.format(capsule)), "what is written is read again");
        } catch (IllegalArgumentException damaged) {
            // so its capsule is not there, and the log says why
        }
    }
}
