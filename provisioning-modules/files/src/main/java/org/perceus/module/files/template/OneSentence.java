package org.perceus.module.files.template;

import java.util.regex.Pattern;
import org.perceus.provisioning.spi.Excerpt;

/** What the library of templates says, for people. */
final class OneSentence {
    private static final Pattern LINE = Pattern.compile("\\s*(?:@|on) line \\d+");

    private static final int LONGEST = 500;

    private OneSentence() {}

    static String of(RuntimeException thrown) {
        String message = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
        if (thrown instanceof UnsupportedOperationException) {
            return "a template cannot have the text of another file in it";
        }
        return Excerpt.of(LINE.matcher(message).replaceAll("").replaceAll("\\s+", " "), LONGEST);
    }
}
