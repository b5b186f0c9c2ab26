package org.perceus.administration.internal.deed;

/** A part of Perceus is not running. The message is a sentence for administrators. */
public final class MissingPartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param name what the part is called */
    public MissingPartException(String name) {
        super("the " + name + " is not running: the container's log (data/log) says why");
    }
}
