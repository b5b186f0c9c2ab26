package org.perceus.shell.internal.screen;

/** Makes texts of nodes and administrators harmless for a terminal. */
public final class Printable {
    private static final int LONGEST_SENTENCE = 4000;

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

    /** The text of JSON, where such characters stand in strings only and have a form that is harmless. */
    public static String json(String json) {
        StringBuilder text = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            if (c == '\n' || !isHarmful(c)) {
                text.appendCodePoint(c);
            } else {
                for (char half : Character.toChars(c)) {
                    text.append(String.format("\\u%04x", (int) half));
                }
            }
        });
        return text.toString();
    }

    /** The same as a line, of which no more is left than people read. */
    public static String sentence(String text) {
        if (text == null || text.length() <= LONGEST_SENTENCE) {
            return line(String.valueOf(text));
        }
        return line(text.substring(0, LONGEST_SENTENCE)) + "...";
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
