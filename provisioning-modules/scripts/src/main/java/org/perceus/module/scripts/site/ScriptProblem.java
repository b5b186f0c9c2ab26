package org.perceus.module.scripts.site;

/** Says of a script what is wrong with it: the rest of a sentence that begins with its name. */
final class ScriptProblem extends Exception {
    private static final long serialVersionUID = 1L;

    ScriptProblem(String message) {
        super(message);
    }
}
