package org.perceus.module.accounts;

/** What may stand between the colons of passwd(5) and group(5): regular expressions, and what they mean. */
final class Field {
    static final String NAME = "[A-Za-z_][A-Za-z0-9_.-]{0,31}+";

    static final String NUMBER = "[1-9][0-9]{0,9}+";

    /** An absolute path without {@code .} and {@code ..}. */
    static final String PATH = "(?:/(?!\\.{1,2}(?:[/:]|$))[A-Za-z0-9._@+-]{1,64}+){1,16}+";

    private Field() {}

    /** A number of an account or group; 0, which is that of root, for one that is too large. */
    static int number(String digits) {
        long number = Long.parseLong(digits);
        return number > Integer.MAX_VALUE ? 0 : (int) number;
    }
}
