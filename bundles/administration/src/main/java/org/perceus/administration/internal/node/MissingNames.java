package org.perceus.administration.internal.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of names, globs and groups that they name no nodes, and folds those that follow each other. */
public final class MissingNames {
    private static final int MOST = 8;
    private static final int SHORTEST_FOLD = 3;
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{1,9}(?!\\d)");

    private MissingNames() {}

    /**
     * As in {@code n02, n07-n09 and 12 more are no nodes; @rack4 is no group with nodes}.
     *
     * @param missing at least one, in their natural order
     */
    public static String sentence(List<String> missing) {
        Predicate<String> group = text -> text.startsWith("@");
        Predicate<String> glob = text -> text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
        return Stream.of(
                        clause(missing, group.or(glob).negate(), " is no node", " are no nodes"),
                        clause(missing, group.negate().and(glob), " matches no node", " match no node"),
                        clause(missing, group, " is no group with nodes", " are no groups with nodes"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    private static Optional<String> clause(List<String> missing, Predicate<String> kind, String one, String many) {
        List<String> names = missing.stream().filter(kind).toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(list(names) + (names.size() == 1 ? one : many));
    }

    private static String list(List<String> names) {
        List<String> shown = new ArrayList<>();
        int told = 0;
        while (told < names.size() && shown.size() < MOST) {
            int length = foldable(names.subList(told, names.size()));
            String first = names.get(told);
            shown.add(length == 1 ? first : first + "-" + names.get(told + length - 1));
            told += length;
        }
        return String.join(", ", shown) + (told < names.size() ? " and " + (names.size() - told) + " more" : "");
    }

    /** How many of the first names count up at one place; 1 when they are too few to fold. */
    private static int foldable(List<String> names) {
        return NUMBER.matcher(names.get(0))
                .results()
                .mapToInt(number -> countingUp(names, number))
                .filter(length -> length >= SHORTEST_FOLD)
                .max()
                .orElse(1);
    }

    private static int countingUp(List<String> names, MatchResult number) {
        String first = names.get(0);
        String before = first.substring(0, number.start());
        String behind = first.substring(number.end());
        int width = number.group().length();
        int value = Integer.parseInt(number.group());
        int length = 1;
        while (length < names.size() && names.get(length).equals(before + padded(value + length, width) + behind)) {
            length++;
        }
        return length;
    }

    private static String padded(int number, int width) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, width - text.length())) + text;
    }
}
