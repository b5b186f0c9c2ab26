package org.perceus.provisioning.internal.image;

import org.perceus.vnfs.CapsuleId;

/**
 * Names an image: another version of the capsule or of the method's bundle is another image.
 *
 * @param capsule what it is built of
 * @param method name of the method that built it
 * @param methodVersion version of the method's bundle
 */
public record ImageKey(CapsuleId capsule, String method, String methodVersion) {
    @Override
    public String toString() {
        return capsule + " for " + method + " " + methodVersion;
    }
}
