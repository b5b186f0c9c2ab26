package org.perceus.node.internal.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.perceus.ledger.Difference;
import org.perceus.node.HistoryEntry.Altered;
import org.perceus.node.HistoryEntry.AlteredValue;
import org.perceus.node.HistoryEntry.Fate;
import org.perceus.node.MacAddress;
import org.perceus.node.Name;
import org.perceus.node.internal.state.Documents;

/** Finds what differs between the two texts of a thing. */
final class Comparison {
    private Comparison() {}

    /** Things of other rooms are left out. */
    static List<Altered> all(Collection<Difference> differences) {
        return differences.stream()
                .filter(one -> List.of(Documents.NODE, Documents.GROUP).contains(one.topic()))
                .map(Comparison::of)
                .toList();
    }

    private static Altered of(Difference difference) {
        SortedMap<String, String> before = lines(difference.before());
        SortedMap<String, String> after = lines(difference.after());
        boolean isNode = difference.topic().equals(Documents.NODE);
        String name = isNode ? Optional.ofNullable(after.get("name")).orElse(before.get("name")) : difference.key();
        return new Altered(
                difference.topic(),
                new Name(name),
                isNode ? Optional.of(MacAddress.parse(difference.key())) : Optional.empty(),
                fate(difference),
                values(before, after));
    }

    private static Fate fate(Difference difference) {
        if (difference.before().isEmpty()) {
            return Fate.ADDED;
        }
        return difference.after().isEmpty() ? Fate.DELETED : Fate.CHANGED;
    }

    private static List<AlteredValue> values(SortedMap<String, String> before, SortedMap<String, String> after) {
        SortedSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<AlteredValue> values = new ArrayList<>();
        for (String key : keys) {
            var was = Optional.ofNullable(before.get(key));
            var is = Optional.ofNullable(after.get(key));
            if (!was.equals(is)) {
                values.add(new AlteredValue(key, was, is));
            }
        }
        return values;
    }

    private static SortedMap<String, String> lines(Optional<String> text) {
        return text.map(Documents::shown).orElseGet(Collections::emptySortedMap);
    }
}
