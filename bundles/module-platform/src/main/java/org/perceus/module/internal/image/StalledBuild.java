package org.perceus.module.internal.image;

/** A build was given up; the message is the rest of a sentence. */
final class StalledBuild extends Exception {
    private static final long serialVersionUID = 1L;

    StalledBuild(String reason) {
        super(reason, null, false, false);
    }
}
