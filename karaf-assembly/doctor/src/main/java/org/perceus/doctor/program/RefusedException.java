package org.perceus.doctor.program;

/** What was asked for is not done, for the reason of its sentence. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    public RefusedException(String sentence) {
        super(sentence);
    }
}
