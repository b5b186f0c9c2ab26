package org.perceus.administration.internal.capsule;

import org.perceus.module.CapsuleImages;
import org.perceus.vnfs.CapsuleLibrary;

/** Parts that are there without a container, for tests. */
public final class PartsOfCapsules {
    private PartsOfCapsules() {}

    public static CapsuleParts of(CapsuleLibrary library, CapsuleImages images) {
        CapsuleParts parts = new CapsuleParts();
        parts.bindLibrary(library);
        parts.bindImages(images);
        return parts;
    }
}
