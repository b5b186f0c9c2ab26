package org.perceus.module;

/** A module did not do what it was asked; the message is one sentence for the administrator. */
public final class ModuleFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param sentence what the module did, without an exception object of its own */
    public ModuleFailure(String sentence) {
        super(sentence);
    }
}
