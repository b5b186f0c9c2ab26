package org.perceus.vnfs.internal.root;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Orders releases of kernels and versions of capsules by age: 6.1.0-rc2, 6.1.0, 6.1.0-9, 6.1.0-13. */
public final class ReleaseOrder implements Comparator<String> {
    private static final Pattern PART = Pattern.compile("[0-9]+|[A-Za-z]+|~");
    private static final Pattern PREVIEW = Pattern.compile("rc|alpha|beta|pre|~");
    private static final int PREVIEW_RANK = 0;
    private static final int END_RANK = 1;
    private static final int WORD_RANK = 2;
    private static final int NUMBER_RANK = 3;

    @Override
    public int compare(String one, String other) {
        List<String> a = parts(one);
        List<String> b = parts(other);
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            String left = i < a.size() ? a.get(i) : "";
            String right = i < b.size() ? b.get(i) : "";
            int order = Integer.compare(rank(left), rank(right));
            if (order == 0) {
                order = rank(left) == NUMBER_RANK
                        ? new BigInteger(left).compareTo(new BigInteger(right))
                        : left.compareTo(right);
            }
            if (order != 0) {
                return order;
            }
        }
        return one.compareTo(other);
    }

    private static List<String> parts(String release) {
        return PART.matcher(release).results().map(MatchResult::group).toList();
    }

    private static int rank(String part) {
        if (part.isEmpty()) {
            return END_RANK;
        }
        if (Character.isDigit(part.charAt(0))) {
            return NUMBER_RANK;
        }
        return PREVIEW.matcher(part).matches() ? PREVIEW_RANK : WORD_RANK;
    }
}
