package org.perceus.node;

import java.util.regex.Pattern;

/**
 * The key of a setting that a node or a group carries, such as {@code capsule} or {@code kernel-args}. Immutable.
 *
 * @param value lower-case letters, digits, dots and hyphens, beginning with a letter, at most 64
 */
public record SettingKey(String value) implements Comparable<SettingKey> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9.-]{0,63}");

    /** @throws IllegalArgumentException with a sentence for the administrator when it is no key */
    public SettingKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value
                            + "' is not the key of a setting: use lower-case letters, digits, dots and hyphens, a letter first");
        }
    }

    @Override
    public int compareTo(SettingKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
