package org.perceus.provisioning.spi;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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
    /**
     * When a script runs. Immutable.
     *
     * @param name how administrators write it: that of a constant, or {@code x-} and up to 30 lower-case letters, digits and
     *     hyphens for a state of the site's own, which somebody on the node lets it enter
     */
    public record State(String name) implements Comparable<State> {
        // the constants are made by it
        private static final Pattern NAMES = Pattern.compile("init|start|ready|shutdown|x-[a-z0-9-]{1,30}");

        /** In Perceus OS, where {@code $DESTDIR} takes files of the second OS. */
        public static final State INIT = new State("init");

        /** At the start of the second OS: its local file systems are there, and hardly anything else. */
        public static final State START = new State("start");

        /** When all has been started, just before the node counts as ready. */
        public static final State READY = new State("ready");

        /** When the second OS is told to end, and still runs. */
        public static final State SHUTDOWN = new State("shutdown");

        /** Those of each node, in the order of a node's life; others are of the site's own. */
        public static final List<State> LIFE = List.of(INIT, START, READY, SHUTDOWN);

        /** @throws IllegalArgumentException for a word that is none */
        public State {
            if (!NAMES.matcher(name).matches()) {
                throw new IllegalArgumentException("'" + name + "' is not a state of scripts");
            }
        }

        /** Whether it is one of the site's own. */
        public boolean isOwn() {
            return !LIFE.contains(this);
        }

        /** In the order of a node's life, and after it those of the site's own by name. */
        @Override
        public int compareTo(State other) {
            return isOwn() && other.isOwn() ? name.compareTo(other.name) : Integer.compare(turn(), other.turn());
        }

        private int turn() {
            return isOwn() ? LIFE.size() : LIFE.indexOf(this);
        }

        /** The state that a word is. */
        public static Optional<State> parse(String word) {
            return NAMES.matcher(word).matches() ? Optional.of(new State(word)) : Optional.empty();
        }

        /** How administrators write it. */
        @Override
        public String toString() {
            return name;
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
