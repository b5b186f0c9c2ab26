package org.perceus.node.internal.registry;

import java.nio.charset.StandardCharsets;

/** The rule that the value of a setting keeps. */
final class SettingValue {
    private static final int LONGEST = 1024;

    private SettingValue() {}

    /**
     * Gives the value back.
     *
     * @throws IllegalArgumentException with a sentence for the administrator when it is not one line of text
     */
    static String check(Object key, String value) {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "The value of '" + key + "' has " + value.length() + " characters: use at most " + LONGEST);
        }
        if (value.codePoints().anyMatch(SettingValue::breaksLine)) {
            throw new IllegalArgumentException(
                    "The value of '" + key + "' has a line break or a control character: write one line of text");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new IllegalArgumentException("The value of '" + key + "' is not proper Unicode text");
        }
        return value;
    }

    private static boolean breaksLine(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }
}
