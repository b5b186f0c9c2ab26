package org.perceus.shell.internal.screen;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Ends a command without success. The message is one sentence, fit to be printed: what is wrong, where, what would be right. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean usage;

    private CommandFailure(String sentence, boolean usage, Throwable cause) {
        super(sentence, cause);
        this.usage = usage;
    }

    /** What the command was asked for cannot be done. */
    public CommandFailure(String sentence) {
        this(Printable.sentence(sentence), false, null);
    }

    /** What the command was asked for cannot be done. */
    public CommandFailure(String sentence, Throwable cause) {
        this(Printable.sentence(sentence), false, cause);
    }

    /** The command was not typed as it should be. */
    public static CommandFailure usage(String sentence) {
        return new CommandFailure(Printable.sentence(sentence), true, null);
    }

    /** What the command was asked for cannot be done, with lines that say more. */
    public static CommandFailure listing(String sentence, List<String> lines) {
        String more =
                lines.stream().map(line -> "\n  " + Printable.sentence(line)).collect(Collectors.joining());
        return new CommandFailure(Printable.sentence(sentence) + more, false, null);
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
