package org.perceus.shell.internal.screen;

import java.util.Optional;

/** Ends a command without success. The message is one sentence: what is wrong, where, what would be right. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean usage;

    private CommandFailure(String message, boolean usage, Throwable cause) {
        super(message, cause);
        this.usage = usage;
    }

    /** What the command was asked for cannot be done. */
    public CommandFailure(String sentence) {
        this(sentence, false, null);
    }

    /** What the command was asked for cannot be done. */
    public CommandFailure(String sentence, Throwable cause) {
        this(sentence, false, cause);
    }

    /** The command was not typed as it should be. */
    public static CommandFailure usage(String sentence) {
        return new CommandFailure(sentence, true, null);
    }

    /** @throws CommandFailure when there is something against what the command was asked for */
    public static void on(Optional<String> objection) {
        if (objection.isPresent()) {
            throw new CommandFailure(objection.get());
        }
    }

    /** Exit code of the command. */
    public int exitCode() {
        return usage ? ExitCode.USAGE : ExitCode.FAILED;
    }
}
