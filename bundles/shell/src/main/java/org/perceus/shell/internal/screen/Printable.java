package org.perceus.shell.internal.screen;

/** Makes texts of nodes and administrators harmless for a terminal. */
public final class Printable {
    private Printable() {}

    /** The text on one line: control characters, which could drive the terminal, become question marks. */
    public static String line(String text) {
        if (text.codePoints().noneMatch(Printable::isHarmful)) {
            return text;
        }
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> line.appendCodePoint(isHarmful(c) ? '?' : c));
        return line.toString();
    }

    private static boolean isHarmful(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
