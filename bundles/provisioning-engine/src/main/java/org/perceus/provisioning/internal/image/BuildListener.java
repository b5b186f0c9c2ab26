package org.perceus.provisioning.internal.image;

import org.perceus.provisioning.ImageResult;
import org.perceus.vnfs.Progress;

/** Hears of builds of images. Called on threads that build: returns at once and throws nothing. */
@FunctionalInterface
public interface BuildListener {
    /** A build that is under way. */
    interface Build extends Progress {
        /** It has ended. */
        void ended(ImageResult result);
    }

    /**
     * The turn of a build has come.
     *
     * @param account of the administrator who was first to want it; empty when it was a node or a new module
     */
    Build begun(ImageKey image, String account);
}
