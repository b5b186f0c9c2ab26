package org.perceus.ledger;

import java.util.Objects;

/**
 * Who makes a change, by what, and why; kept with the change.
 *
 * @param who an account or a part of Perceus, such as {@code root} or {@code discovery}
 * @param deed the command line, or what else led to it, in a few words
 * @param why what an administrator said of it; may be empty
 */
public record Author(String who, String deed, String why) {
    private static final int WHO = 256;
    private static final int TEXT = 1024;

    /** Cuts what is longer than 256, 1024 and 1024 characters. */
    public Author {
        who = bounded(who, WHO);
        deed = bounded(deed, TEXT);
        why = bounded(why, TEXT);
    }

    /** One who says no more. */
    public Author(String who, String deed) {
        this(who, deed, "");
    }

    private static String bounded(String text, int length) {
        Objects.requireNonNull(text);
        return text.length() <= length ? text : text.substring(0, length);
    }
}
