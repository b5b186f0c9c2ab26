package org.perceus.node.internal.pool;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.perceus.node.Name;

/**
 * How nodes are named that were given no name: {@code n####} for {@code n0000} to {@code n9999}.
 *
 * @param before what stands before the number
 * @param digits how many digits the number has, 1 to 6
 * @param after what stands behind the number
 * @param first the lowest number
 */
public record NamePattern(String before, int digits, String after, int first) {
    private static final Pattern FORM = Pattern.compile("([^#]*)(#{1,6})([^#]*)");

    /** @throws IllegalArgumentException with a sentence for the administrator when no names can be made of it */
    public static NamePattern parse(String text, int first) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a pattern of names: write one to six # for the digits, as in n####");
        }
        NamePattern pattern = new NamePattern(matcher.group(1), matcher.group(2).length(), matcher.group(3), first);
        if (first < 0 || first >= pattern.end()) {
            throw new IllegalArgumentException(
                    first + " is not a first number for the pattern " + text + ": use 0 to " + (pattern.end() - 1));
        }
        Name sample = pattern.name(first);
        NameRules.objection(sample)
                .filter(objection -> !NameRules.reserved().contains(sample))
                .ifPresent(objection -> {
                    throw new IllegalArgumentException("'" + text + "' is not a pattern of names: " + objection);
                });
        return pattern;
    }

    /** One above the highest number. */
    int end() {
        return (int) Math.pow(10, digits);
    }

    public Name name(int number) {
        String unpadded = Integer.toString(number);
        return new Name(before + "0".repeat(digits - unpadded.length()) + unpadded + after);
    }

    /** The number in a name, when the name is one of the pattern's. */
    public OptionalInt number(Name name) {
        String text = name.value();
        int from = before.length();
        if (text.length() != from + digits + after.length() || !text.startsWith(before) || !text.endsWith(after)) {
            return OptionalInt.empty();
        }
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalInt.empty();
            }
            number = number * 10 + digit;
        }
        return number < first ? OptionalInt.empty() : OptionalInt.of(number);
    }

    @Override
    public String toString() {
        return before + "#".repeat(digits) + after;
    }
}
