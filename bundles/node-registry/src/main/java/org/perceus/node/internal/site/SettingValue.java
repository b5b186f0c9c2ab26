package org.perceus.node.internal.site;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The rule that the value of a setting keeps. */
public final class SettingValue {
    /** A handful of long public keys; columns of SQLite hold whatever they are given. */
    private static final int LONGEST = 8192;

    private SettingValue() {}

    /** Why a value is not one line of text, as a sentence for the administrator. */
    public static Optional<String> objection(Object key, String value) {
        if (value.length() > LONGEST) {
            return Optional.of(
                    "The value of '" + key + "' has " + value.length() + " characters: use at most " + LONGEST);
        }
        if (value.codePoints().anyMatch(SettingValue::breaksLine)) {
            return Optional.of(
                    "The value of '" + key + "' has a line break or a control character: write one line of text");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            return Optional.of("The value of '" + key + "' is not proper Unicode text");
        }
        return Optional.empty();
    }

    private static boolean breaksLine(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }
}
