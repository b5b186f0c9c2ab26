package org.perceus.node;

import java.util.Comparator;

/** Orders texts as people do: runs of digits by their number. */
final class NaturalOrder {
    static final Comparator<String> COMPARATOR = NaturalOrder::compare;

    private NaturalOrder() {}

    private static int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int endLeft = endOfRun(left, i);
            int endRight = endOfRun(right, j);
            int order = compareRuns(left.substring(i, endLeft), right.substring(j, endRight));
            if (order != 0) {
                return order;
            }
            i = endLeft;
            j = endRight;
        }
        int rest = Integer.compare(left.length() - i, right.length() - j);
        return rest != 0 ? rest : left.compareTo(right);
    }

    private static int compareRuns(String left, String right) {
        if (!isDigit(left.charAt(0)) || !isDigit(right.charAt(0))) {
            return left.compareTo(right);
        }
        String leftNumber = left.replaceFirst("^0+", "");
        String rightNumber = right.replaceFirst("^0+", "");
        int length = Integer.compare(leftNumber.length(), rightNumber.length());
        return length != 0 ? length : leftNumber.compareTo(rightNumber);
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
