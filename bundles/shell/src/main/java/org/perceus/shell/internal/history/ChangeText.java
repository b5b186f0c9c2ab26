package org.perceus.shell.internal.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.perceus.node.HistoryEntry;
import org.perceus.node.HistoryEntry.Altered;
import org.perceus.node.HistoryEntry.AlteredValue;
import org.perceus.node.HistoryEntry.Fate;
import org.perceus.node.NaturalOrder;

/** What a change made of nodes and groups, in a few words. */
final class ChangeText {
    private static final int MOST_CLAUSES = 3;
    private static final int LONGEST_VALUE = 60;
    private static final String NOTHING = "(none)";

    private ChangeText() {}

    /** As in {@code capsule: a -> b for 12 nodes n[0001-0012]}, {@code added n0003}. */
    static String of(HistoryEntry entry) {
        Map<String, List<Altered>> alike = new LinkedHashMap<>();
        entry.altered().forEach(one -> alike.computeIfAbsent(one.kind() + what(one), unknown -> new ArrayList<>())
                .add(one));
        if (alike.isEmpty()) {
            return "nothing of nodes and groups";
        }
        // those of a change that are not told are taken to be like those that are, if these are all alike
        int untold = entry.things() - entry.altered().size();
        if (alike.size() == 1) {
            return clause(entry.altered(), untold);
        }
        int left =
                alike.values().stream().skip(MOST_CLAUSES).mapToInt(List::size).sum() + untold;
        return alike.values().stream()
                        .limit(MOST_CLAUSES)
                        .map(things -> clause(things, 0))
                        .collect(Collectors.joining("; "))
                + (left > 0 ? " and " + left + " more" : "");
    }

    private static String clause(List<Altered> alike, int untold) {
        Altered first = alike.get(0);
        return what(first) + (isFate(first) ? " " : " for ") + things(alike, untold);
    }

    private static String what(Altered one) {
        return isFate(one)
                ? one.fate().name().toLowerCase(Locale.ROOT)
                : one.values().stream().map(ChangeText::value).collect(Collectors.joining(", "));
    }

    /** Whether it is told as a whole: groups come and go with their settings, and are told by these. */
    private static boolean isFate(Altered one) {
        return one.kind().equals("node") && one.fate() != Fate.CHANGED;
    }

    private static String value(AlteredValue value) {
        return value.key() + ": " + shown(value.before()) + " -> " + shown(value.after());
    }

    /** A value, or that there is none, on one line of a reader. */
    private static String shown(Optional<String> value) {
        String text = value.orElse(NOTHING);
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE - 3) + "..." : text;
    }

    private static String things(List<Altered> alike, int untold) {
        String kind = alike.get(0).kind();
        List<String> names = alike.stream()
                .map(one -> one.name().value())
                .sorted(NaturalOrder.COMPARATOR)
                .toList();
        if (names.size() + untold == 1) {
            return kind.equals("node") ? names.get(0) : kind + " " + names.get(0);
        }
        return names.size() + untold + " " + kind + "s " + FoldedNames.of(names, untold);
    }
}
