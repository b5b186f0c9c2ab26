package org.perceus.shell.internal.screen;

/**
 * A column of a table. Immutable.
 *
 * @param header its title
 * @param right whether its cells stand at the right
 * @param elastic whether it is the first to be cut when the terminal is too narrow
 */
public record Column(String header, boolean right, boolean elastic) {
    /** Keeps its width as long as possible. */
    public static Column of(String header) {
        return new Column(header, false, false);
    }

    /** For numbers. */
    public static Column number(String header) {
        return new Column(header, true, false);
    }

    /** For free text, cut first. */
    public static Column text(String header) {
        return new Column(header, false, true);
    }
}
