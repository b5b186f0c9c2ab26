package org.perceus.module.files.manifest;

/**
 * Paths by a pattern: {@code ?} is any character but a slash, {@code *} any number of them, {@code **} any number of any
 * characters. Immutable.
 *
 * @param text the pattern, an absolute path
 */
public record PathPattern(String text) {
    static final int LONGEST = 1024;

    /** Takes a time that grows with the product of the lengths only. */
    boolean matches(String path) {
        boolean[] ends = new boolean[path.length() + 1];
        ends[0] = true;
        for (int at = 0; at < text.length(); at++) {
            boolean any = text.startsWith("**", at);
            if (text.charAt(at) == '*') {
                for (int i = 1; i < ends.length; i++) {
                    ends[i] |= ends[i - 1] && (any || path.charAt(i - 1) != '/');
                }
                at += any ? 1 : 0;
            } else {
                for (int i = ends.length - 1; i > 0; i--) {
                    ends[i] = ends[i - 1] && fits(text.charAt(at), path.charAt(i - 1));
                }
                ends[0] = false;
            }
        }
        return ends[path.length()];
    }

    private static boolean fits(char wanted, char actual) {
        return wanted == '?' ? actual != '/' : wanted == actual;
    }
}
