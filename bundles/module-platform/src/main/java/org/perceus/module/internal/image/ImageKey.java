package org.perceus.module.internal.image;

import org.perceus.module.CapsuleContent;
import org.perceus.module.ModuleIdentity;

/**
 * Names an image: another version of the capsule or of the method's bundle is another image, and so is a capsule that
 * took the name of one that was removed.
 *
 * @param capsule what it is built of, as {@code name@version}
 * @param root SHA-256 of the capsule's root
 * @param method name of the method that built it
 * @param methodVersion version of the method's bundle
 * @param kernel release of the kernel that it is for; empty when the capsule has only one, which goes without saying
 */
record ImageKey(String capsule, String root, String method, String methodVersion, String kernel) {
    static ImageKey of(CapsuleContent capsule, ModuleIdentity method) {
        return new ImageKey(
                capsule.id(),
                capsule.root().sha256(),
                method.name(),
                method.version(),
                capsule.kernelChoice().orElse(""));
    }

    @Override
    public String toString() {
        return capsule + (kernel.isEmpty() ? "" : " with kernel " + kernel) + " for " + method + " " + methodVersion;
    }
}
