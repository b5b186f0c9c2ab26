package org.perceus.provisioning.internal.image;

import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;

/**
 * Names an image: another version of the capsule or of the method's bundle is another image, and so is a capsule that
 * took the name of one that was removed.
 *
 * @param capsule what it is built of
 * @param root SHA-256 of the capsule's root
 * @param method name of the method that built it
 * @param methodVersion version of the method's bundle
 */
public record ImageKey(CapsuleId capsule, String root, String method, String methodVersion) {
    static ImageKey of(Capsule capsule, String method, String methodVersion) {
        return new ImageKey(capsule.id(), capsule.root().sha256(), method, methodVersion);
    }

    @Override
    public String toString() {
        return capsule + " for " + method + " " + methodVersion;
    }
}
