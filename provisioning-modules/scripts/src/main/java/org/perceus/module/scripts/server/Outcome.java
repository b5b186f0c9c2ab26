package org.perceus.module.scripts.server;

/** What came of a script that the server executes for a node. */
public sealed interface Outcome {
    /** It ended well, and this is what it printed. */
    record Printed(String text) implements Outcome {}

    /** It failed; the reason is the rest of a sentence that begins with the script. */
    record Failed(String reason) implements Outcome {}

    /** It has not been executed yet; so many others come before. */
    record Waiting(int before) implements Outcome {}
}
