package org.perceus.provisioning.spi;

import java.util.regex.Pattern;

/**
 * An argument of the second OS's kernel, which its command line has as {@code NAME=VALUE}. Immutable.
 *
 * @param name such as {@code console}: a letter, then letters, digits, dots, hyphens and underscores
 * @param value such as {@code ttyS0,115200}: ASCII without blanks, quotes and backslashes, 256 characters at most
 * @since 1.1
 */
public record KernelArgument(String name, String value) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e&&[^'\"\\\\]]{1,256}");

    /** @throws IllegalArgumentException for a name or a value that is not of its form */
    public KernelArgument {
        if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + name + "=" + value + "' is no kernel argument");
        }
    }

    /** As the command line has it. */
    @Override
    public String toString() {
        return name + "=" + value;
    }
}
