package org.perceus.module.files.template;

/** A template wants more than it may have. */
final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuch(String message) {
        super(message, null, false, false);
    }
}
