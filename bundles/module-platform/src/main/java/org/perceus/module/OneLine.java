package org.perceus.module;

import java.util.regex.Pattern;

/** Makes text from nodes and modules fit for a line of a protocol, of a log or of a terminal. */
public final class OneLine {
    // Line breaks, terminal controls of both sets, characters that turn the direction of writing, halves of pairs.
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final int LONGEST_SENTENCE = 1000;

    private OneLine() {}

    /** The text without the characters that do not belong in a line, cut to a length. */
    public static String of(String text, int longest) {
        String line = UNFIT.matcher(text).replaceAll(" ").strip();
        if (line.length() <= longest) {
            return line;
        }
        boolean splitsPair = Character.isHighSurrogate(line.charAt(longest - 1));
        return line.substring(0, splitsPair ? longest - 1 : longest);
    }

    /** The text as one sentence. */
    public static String of(String text) {
        return of(text, LONGEST_SENTENCE);
    }

    /** What an exception says, with its type unless its message is meant for people. */
    public static String of(Throwable thrown, boolean forPeople) {
        try {
            return of(String.valueOf(forPeople ? thrown.getMessage() : thrown.toString()));
        } catch (Throwable brokenToo) {
            // The methods of a module's exception are the module's code.
            return thrown.getClass().getName();
        }
    }
}
