package org.perceus.module;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears of builds of images. Called on threads that build: returns at once and throws nothing. */
@ConsumerType
@FunctionalInterface
public interface BuildListener {
    /** A build that is under way. */
    interface Build extends BuildProgress {
        /** It has ended. */
        void ended(ImageResult result);
    }

    /**
     * The turn of a build has come.
     *
     * @param image its capsule and its method
     * @param account of the administrator who was first to want it; empty when it was a node or a new module
     */
    Build begun(String image, String account);
}
