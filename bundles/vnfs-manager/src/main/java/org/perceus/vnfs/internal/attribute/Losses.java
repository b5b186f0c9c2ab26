package org.perceus.vnfs.internal.attribute;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.internal.root.ByteNames;

/** Counts what is lost, and remembers the first names. For one thread. */
public final class Losses {
    private static final int NAMED = 3;

    private final Map<Loss, Long> counts = new EnumMap<>(Loss.class);
    private final Map<Loss, List<String>> named = new EnumMap<>(Loss.class);

    /** One more, at a path of the root. */
    public void add(Loss loss, String path) {
        add(loss, path, "");
    }

    /** One more, with what it is about. */
    void add(Loss loss, String path, String what) {
        counts.merge(loss, 1L, Long::sum);
        List<String> names = named.computeIfAbsent(loss, key -> new ArrayList<>());
        if (names.size() < NAMED) {
            names.add((what.isEmpty() ? "" : ByteNames.shown(what) + " of ") + ByteNames.shown("/" + path));
        }
    }

    /** What an administrator is told. */
    public List<Finding> findings() {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey().finding(entry.getValue(), examples(entry.getKey())))
                .toList();
    }

    private String examples(Loss loss) {
        return String.join(", ", named.get(loss)) + (counts.get(loss) > NAMED ? ", …" : "");
    }
}
