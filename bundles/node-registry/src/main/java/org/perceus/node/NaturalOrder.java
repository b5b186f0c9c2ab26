package org.perceus.node;

import java.util.Comparator;

/** Orders texts as people do: runs of digits by their number. */
public final class NaturalOrder {
    /** {@code n2} before {@code n10}; texts that differ in leading zeros alone are not equal. */
    public static final Comparator<String> COMPARATOR = NaturalOrder::compare;

    private NaturalOrder() {}

    private static int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int endLeft = endOfRun(left, i);
            int endRight = endOfRun(right, j);
            int order = isDigit(left.charAt(i)) && isDigit(right.charAt(j))
                    ? compareNumbers(left, i, endLeft, right, j, endRight)
                    : compareTexts(left, i, endLeft, right, j, endRight);
            if (order != 0) {
                return order;
            }
            i = endLeft;
            j = endRight;
        }
        int rest = Integer.compare(left.length() - i, right.length() - j);
        return rest != 0 ? rest : left.compareTo(right);
    }

    private static int compareNumbers(String left, int from, int to, String right, int otherFrom, int otherTo) {
        int i = skipZeros(left, from, to);
        int j = skipZeros(right, otherFrom, otherTo);
        int length = Integer.compare(to - i, otherTo - j);
        return length != 0 ? length : compareTexts(left, i, to, right, j, otherTo);
    }

    private static int compareTexts(String left, int from, int to, String right, int otherFrom, int otherTo) {
        int shorter = Math.min(to - from, otherTo - otherFrom);
        for (int k = 0; k < shorter; k++) {
            int order = Character.compare(left.charAt(from + k), right.charAt(otherFrom + k));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(to - from, otherTo - otherFrom);
    }

    private static int skipZeros(String text, int from, int to) {
        int start = from;
        while (start < to && text.charAt(start) == '0') {
            start++;
        }
        return start;
    }

    private static int endOfRun(String text, int start) {
        boolean digits = isDigit(text.charAt(start));
        int end = start + 1;
        while (end < text.length() && isDigit(text.charAt(end)) == digits) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
