package org.perceus.node;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a node or a group: one DNS label (RFC 1123 section 2.1), so it is safe as a host name, a file name and a
 * kernel argument. Immutable; ordered naturally, {@code n2} before {@code n10}.
 *
 * @param value lower case
 */
public record Name(String value) implements Comparable<Name> {
    private static final Pattern WITH_DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)\\.[a-z0-9.-]{1,200}");
    private static final Pattern RANGE = Pattern.compile("[\\[\\]{}*?,]");
    private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /** @throws IllegalArgumentException with a sentence for the administrator when it is not a DNS label */
    public Name {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is not a name: " + remedy(value));
        }
    }

    private static String remedy(String value) {
        if (value.isEmpty()) {
            return "it is empty";
        }
        Matcher domain = WITH_DOMAIN.matcher(value);
        if (domain.matches()) {
            return "leave its domain out, as in " + domain.group(1);
        }
        return RANGE.matcher(value).find()
                ? "it stands for several, where one is needed"
                : "use up to 63 lower-case letters, digits and hyphens, with no hyphen at either end";
    }

    /** Reads a name in upper or lower case. */
    public static Name parse(String text) {
        return new Name(text.trim().toLowerCase(Locale.ROOT));
    }

    /** The name that a text is; empty when it is none, as of what came from a network. */
    public static Optional<Name> find(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Name(text)) : Optional.empty();
    }

    @Override
    public int compareTo(Name other) {
        return NaturalOrder.COMPARATOR.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
