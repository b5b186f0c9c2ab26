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
 * @param kernel release of the kernel that it is for; empty when the capsule has only one, which goes without saying
 */
public record ImageKey(CapsuleId capsule, String root, String method, String methodVersion, String kernel) {
    static ImageKey of(Capsule capsule, String method, String methodVersion) {
        String kernel = capsule.kernels().size() > 1 ? capsule.kernel().release() : "";
        return new ImageKey(capsule.id(), capsule.root().sha256(), method, methodVersion, kernel);
    }

    @Override
    public String toString() {
        return capsule + (kernel.isEmpty() ? "" : " with kernel " + kernel) + " for " + method + " " + methodVersion;
    }
}
