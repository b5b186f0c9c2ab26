package org.perceus.vnfs;

import java.util.regex.Pattern;

/**
 * Names one version of a capsule: {@code name@version}. Both parts are safe as file names. Immutable.
 *
 * @param name lower-case letters, digits, dots, hyphens and underscores, beginning with a letter or digit, at most 64
 * @param version likewise, upper case allowed
 */
public record CapsuleId(String name, String version) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** @throws IllegalArgumentException with a sentence for the administrator when a part is malformed */
    public CapsuleId {
        check(NAME, name, "name", "lower-case letters, digits, '.', '-' and '_'");
        check(VERSION, version, "version", "letters, digits, '.', '-' and '_'");
    }

    /**
     * Reads {@code name@version}.
     *
     * @throws IllegalArgumentException with a sentence for the administrator when it is malformed
     */
    public static CapsuleId parse(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("'" + text + "' has no version: write it as in debian-12@1");
        }
        return new CapsuleId(text.substring(0, at), text.substring(at + 1));
    }

    private static void check(Pattern form, String text, String part, String allowed) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not the " + part + " of a capsule: use up to 64 of "
                    + allowed + ", a letter or digit first");
        }
    }

    /** As in {@code debian-12@1}. */
    @Override
    public String toString() {
        return name + "@" + version;
    }
}
