package org.perceus.shell.internal.node;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.perceus.node.Name;

/** Says of names that they are no nodes, and folds those that follow each other. */
final class MissingNames {
    private static final int MOST = 8;
    private static final int SHORTEST_FOLD = 3;
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{1,9}(?!\\d)");

    private MissingNames() {}

    /**
     * As in {@code n02, n07-n09 and 12 more are no nodes}.
     *
     * @param names at least one, in their natural order
     */
    static String sentence(List<Name> names) {
        List<String> shown = new ArrayList<>();
        int told = 0;
        while (told < names.size() && shown.size() < MOST) {
            int length = foldable(names.subList(told, names.size()));
            String first = names.get(told).value();
            shown.add(length == 1 ? first : first + "-" + names.get(told + length - 1));
            told += length;
        }
        String more = told < names.size() ? " and " + (names.size() - told) + " more" : "";
        return String.join(", ", shown) + more + (names.size() == 1 ? " is no node" : " are no nodes");
    }

    /** How many of the first names count up at one place; 1 when they are too few to fold. */
    private static int foldable(List<Name> names) {
        return NUMBER.matcher(names.get(0).value())
                .results()
                .mapToInt(number -> countingUp(names, number))
                .filter(length -> length >= SHORTEST_FOLD)
                .max()
                .orElse(1);
    }

    private static int countingUp(List<Name> names, MatchResult number) {
        String first = names.get(0).value();
        String before = first.substring(0, number.start());
        String behind = first.substring(number.end());
        int width = number.group().length();
        int value = Integer.parseInt(number.group());
        int length = 1;
        while (length < names.size()
                && names.get(length).value().equals(before + padded(value + length, width) + behind)) {
            length++;
        }
        return length;
    }

    private static String padded(int number, int width) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, width - text.length())) + text;
    }
}
