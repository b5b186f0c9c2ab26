package org.perceus.shell.internal.node;

import java.util.List;
import java.util.Optional;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.shell.internal.screen.Amounts;

/** The nodes that the words of a command name. */
public final class NodeSelection {
    private static final int MOST_NAMES = 8;

    private final RegistrySnapshot snapshot;

    /** @param snapshot where to look */
    public NodeSelection(RegistrySnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** The nodes that the words name; all when there are none. */
    public List<Node> orAll(List<String> words) {
        return words.isEmpty() ? snapshot.nodes() : named(words);
    }

    /** The nodes that the words name. */
    public List<Node> named(List<String> words) {
        return snapshot.select(String.join(" ", words));
    }

    /** What to call a machine: its name, or its MAC when it is unknown by now. */
    public String nameOf(MacAddress mac) {
        return snapshot.node(mac).map(node -> node.name().value()).orElseGet(mac::toString);
    }

    /** Nodes in a few words, as in {@code 3 nodes (n1, n2, n3)}. */
    public static String summary(List<Node> nodes) {
        String names = String.join(
                ", ",
                nodes.stream()
                        .limit(MOST_NAMES)
                        .map(node -> node.name().value())
                        .toList());
        Optional<String> more =
                Optional.of(nodes.size() - MOST_NAMES).filter(rest -> rest > 0).map(rest -> " and " + rest + " more");
        return Amounts.count(nodes.size(), "node") + " (" + names + more.orElse("") + ")";
    }
}
