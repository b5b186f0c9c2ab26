package org.perceus.provisioning.internal.dropin;

/** A change cannot be made; the message is one sentence. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
        super(reason, null, false, false);
    }
}
