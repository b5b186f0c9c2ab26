package org.perceus.shell.internal.history;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes names as administrators type them. */
final class FoldedNames {
    private static final int MOST = 6;
    private static final int SHORTEST_FOLD = 3;
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,9})");

    private FoldedNames() {}

    /**
     * As in {@code n[0001-0012], login and 3 more}.
     *
     * @param untold how many more there are, whose names are not known
     */
    static String of(List<String> names, int untold) {
        List<String> shown = new ArrayList<>();
        int told = 0;
        while (told < names.size() && shown.size() < MOST) {
            Matcher first = NUMBERED.matcher(names.get(told));
            int length = first.matches() ? countingUp(names, told, first.group(1), first.group(2)) : 1;
            if (length < SHORTEST_FOLD) {
                shown.add(names.get(told));
                told++;
            } else {
                String last =
                        names.get(told + length - 1).substring(first.group(1).length());
                shown.add(first.group(1) + "[" + first.group(2) + "-" + last + "]");
                told += length;
            }
        }
        int rest = names.size() - told + untold;
        return String.join(", ", shown) + (rest > 0 ? " and " + rest + " more" : "");
    }

    private static int countingUp(List<String> names, int from, String prefix, String number) {
        int value = Integer.parseInt(number);
        int length = 1;
        while (from + length < names.size()
                && names.get(from + length).equals(prefix + padded(value + length, number.length()))) {
            length++;
        }
        return length;
    }

    private static String padded(int number, int width) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, width - text.length())) + text;
    }
}
