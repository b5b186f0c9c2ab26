package org.perceus.node.internal.selection;

import java.util.ArrayList;
import java.util.List;

/** Splits an expression at the commas and the white space outside of brackets. */
final class ExpressionParts {
    private ExpressionParts() {}

    static List<String> split(String expression) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == (inside ? '[' : ']')) {
                throw new IllegalArgumentException("The brackets of '" + shown(expression)
                        + "' do not match: write a range as in n[0001-0099,0120]");
            }
            inside = c == '[' || inside && c != ']';
            if (!inside && (c == ',' || Character.isWhitespace(c))) {
                add(parts, part);
            } else {
                part.append(c);
            }
        }
        if (inside) {
            throw new IllegalArgumentException(
                    "A bracket of '" + shown(expression) + "' is not closed: write a range as in n[0001-0099,0120]");
        }
        add(parts, part);
        return parts;
    }

    /** The beginning of a text that may be long. */
    static String shown(String text) {
        int most = 60;
        return text.length() <= most ? text : text.substring(0, most) + "...";
    }

    private static void add(List<String> parts, StringBuilder part) {
        if (!part.isEmpty()) {
            parts.add(part.toString());
            part.setLength(0);
        }
    }
}
