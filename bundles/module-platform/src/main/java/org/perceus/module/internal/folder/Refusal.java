package org.perceus.module.internal.folder;

/** A change cannot be made; the message is one sentence. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    public Refusal(String reason) {
        super(reason, null, false, false);
    }
}
