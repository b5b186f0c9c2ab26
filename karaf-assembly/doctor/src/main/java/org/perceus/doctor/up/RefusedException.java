package org.perceus.doctor.up;

/** Nothing was written, for the reason of its sentence. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(String sentence) {
        super(sentence);
    }
}
