package org.perceus.provisioning.spi;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A script of an administrator's own that a node runs in a state of its life, as root, by itself. It fails when its exit status is
 * not 0; the boot's time-line then has its name, the line where it ended and what it said last. Immutable.
 *
 * @param state when it runs
 * @param name a plain file name: a letter or digit, then letters, digits, dots, hyphens and underscores, 64 characters at most
 * @param text its lines; the first may name an interpreter of the second OS, without one a shell runs it
 * @param onFailure what a node does when it fails
 * @param origin where it comes from, for administrators: such as the file of the site
 * @since 1.1
 */
public record StateScript(State state, String name, String text, OnFailure onFailure, String origin) {
    /** When a script runs. */
    public enum State {
        /** In Perceus OS, where {@code $DESTDIR} takes files of the second OS. */
        INIT,
        /** At the start of the second OS: its local file systems are there, and hardly anything else. */
        START,
        /** When all has been started, just before the node counts as ready. */
        READY,
        /** When the second OS is told to end, and still runs. */
        SHUTDOWN;

        /** How administrators write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a node does when a script fails. */
    public enum OnFailure {
        /** It runs no more scripts of that state, and counts as failed. */
        STOP,
        /** It goes on, and what failed stands on the time-line. */
        CONTINUE;

        /** How administrators write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** @throws IllegalArgumentException for a name that has not the form of one */
    public StateScript {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(onFailure, "onFailure");
        Objects.requireNonNull(origin, "origin");
        if (!isName(name)) {
            throw new IllegalArgumentException("'" + name + "' is not the name of a script");
        }
    }

    /** Whether a script may be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
