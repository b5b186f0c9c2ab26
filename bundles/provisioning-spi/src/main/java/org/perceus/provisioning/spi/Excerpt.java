package org.perceus.provisioning.spi;

import java.util.regex.Pattern;

/**
 * What somebody else wrote, as a part of a sentence for people: on one line, not long, and harmless for a terminal and a log.
 *
 * @since 1.1
 */
public final class Excerpt {
    // Line breaks, terminal controls of both sets, characters that turn the direction of writing, halves of pairs.
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final int LONGEST = 200;

    private Excerpt() {}

    /** The text, of which characters that do not belong in a line are question marks, and the rest of a long one is three dots. */
    public static String of(String text) {
        return of(text, LONGEST);
    }

    /** The same of a text, such as a path, that people want to see more of. */
    public static String of(String text, int longest) {
        boolean isLong = text.length() > longest;
        String start = isLong ? text.substring(0, longest) : text;
        return UNFIT.matcher(start).replaceAll("?") + (isLong ? "..." : "");
    }
}
