package org.perceus.node.internal.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expands {@code r[1-2]n[08-10]} to the texts that it stands for. */
final class Brackets {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

    /** As other tools write them: by a slash, a colon or two dots. */
    private static final Pattern STEPS = Pattern.compile("\\d+-\\d+(/|:|\\.\\.)\\d+");

    private static final int LONGEST = 200;

    private Brackets() {}

    /** @param part its brackets are paired and not nested */
    static List<String> expand(String part, Budget budget) {
        List<String> texts = List.of("");
        int from = 0;
        while (from < part.length()) {
            int open = part.indexOf('[', from);
            int end = open < 0 ? part.length() : open;
            texts = append(texts, List.of(part.substring(from, end)), budget);
            from = end;
            if (open >= 0) {
                int close = part.indexOf(']', open);
                texts = append(texts, numbers(part.substring(open + 1, close), budget), budget);
                from = close + 1;
            }
        }
        budget.spend(texts.size());
        return texts;
    }

    private static List<String> append(List<String> texts, List<String> endings, Budget budget) {
        budget.require((long) texts.size() * endings.size());
        if (texts.get(0).length() + endings.get(0).length() > LONGEST) {
            throw new IllegalArgumentException(
                    "'" + ExpressionParts.shown(texts.get(0) + endings.get(0)) + "' is too long for a name");
        }
        return texts.stream()
                .flatMap(text -> endings.stream().map(text::concat))
                .toList();
    }

    private static List<String> numbers(String list, Budget budget) {
        List<String> numbers = new ArrayList<>();
        for (String item : list.split(",", -1)) {
            Matcher range = RANGE.matcher(item.trim());
            if (!range.matches()) {
                throw new IllegalArgumentException(whyNoRange(item.trim(), list));
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            if (range.group(2) != null) {
                requireOneWidth(item.trim(), range.group(1), range.group(2));
            }
            if (first > last) {
                throw new IllegalArgumentException("The range " + item.trim() + " ends before it begins: write it as "
                        + range.group(2) + "-" + range.group(1));
            }
            budget.require((long) numbers.size() + last - first + 1);
            int width = range.group(1).length();
            for (int number = first; number <= last; number++) {
                String text = Integer.toString(number);
                numbers.add("0".repeat(Math.max(0, width - text.length())) + text);
            }
        }
        return numbers;
    }

    private static String whyNoRange(String item, String list) {
        if (list.isBlank()) {
            return "The brackets [] are empty: write numbers in them as in [0001-0099,0120]";
        }
        if (item.isEmpty()) {
            return "A number is missing at a comma of [" + ExpressionParts.shown(list)
                    + "]: write numbers as in [0001-0099,0120]";
        }
        String shown = "'" + ExpressionParts.shown(item) + "'";
        return STEPS.matcher(item).matches()
                ? shown + " has a step, which ranges cannot have: write each number as in [1,3,5]"
                : shown + " is not a range of numbers: write it as in [0001-0099,0120]";
    }

    private static void requireOneWidth(String item, String first, String last) {
        if (first.length() != last.length() && (isPadded(first) || isPadded(last))) {
            throw new IllegalArgumentException("The bounds of the range " + item
                    + " differ in width: write both with the same number of digits, or both without leading zeros");
        }
    }

    private static boolean isPadded(String number) {
        return number.length() > 1 && number.startsWith("0");
    }
}
