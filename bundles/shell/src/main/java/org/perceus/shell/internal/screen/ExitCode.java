package org.perceus.shell.internal.screen;

/** What {@code perceus} tells the system's shell. */
public final class ExitCode {
    /** Done. */
    public static final int DONE = 0;
    /** Not done; standard error says why. */
    public static final int FAILED = 1;
    /** Not tried: the command was not typed as it should be. */
    public static final int USAGE = 2;
    /** Interrupted by the user, as shells have it for SIGINT. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
