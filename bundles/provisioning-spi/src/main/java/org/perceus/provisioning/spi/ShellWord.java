package org.perceus.provisioning.spi;

import java.util.Objects;
import java.util.regex.Pattern;

/** Values as words of shell. */
final class ShellWord {
    private static final Pattern FUNCTION = Pattern.compile("[a-z][a-z0-9_]*");

    private ShellWord() {}

    /** The name of a function or a variable as it is. */
    static String function(String name, String kind) {
        if (!FUNCTION.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is not the name of a " + kind);
        }
        return name;
    }

    /** A file below {@code $WORK}. */
    static String inWork(String fileName) {
        return "\"$WORK\"/" + quote(plainName(fileName));
    }

    static String quote(String value) {
        Objects.requireNonNull(value, "value");
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a script cannot hold a NUL character");
        }
        return "'" + value.replace("'", "'\\''") + "'";
    }

    /** The path itself. */
    static String absolute(String path) {
        boolean climbs = path.contains("/../") || path.endsWith("/..");
        boolean folder = path.endsWith("/") || path.endsWith("/.");
        if (!path.startsWith("/") || climbs || folder || path.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("'" + path + "' is not the absolute path of a file without '..'");
        }
        return path;
    }

    private static String plainName(String name) {
        boolean hidden = name.startsWith(".") || name.startsWith("-");
        if (name.isEmpty() || hidden || name.indexOf('/') >= 0 || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("'" + name + "' is not a plain file name");
        }
        return name;
    }
}
