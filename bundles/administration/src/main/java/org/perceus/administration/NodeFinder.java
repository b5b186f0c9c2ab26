package org.perceus.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.perceus.administration.internal.node.MissingNames;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SelectedNodes;

/** Finds the nodes that an administrator names. Immutable. */
public final class NodeFinder {
    private static final int MOST_NAMES = 8;

    private final RegistrySnapshot snapshot;

    /** @param snapshot where to look */
    public NodeFinder(RegistrySnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Those to show, and as a remark which of a range are missing; all nodes when there are no words. */
    public Outcome<List<Node>> toShow(List<String> words) {
        return words.isEmpty() ? Outcome.done(snapshot.nodes()) : selected(words, NodeFinder::withMissing);
    }

    /** The one node that a word names. */
    public Outcome<Node> one(String word) {
        return selected(
                List.of(word),
                selected -> selected.nodes().size() == 1
                        ? Outcome.done(selected.nodes().get(0))
                        : Outcome.misused(
                                "'" + word + "' names " + selected.nodes().size() + " nodes: name one"));
    }

    /** Those that a deed shall change; refused when nodes of a range are missing that may not be. */
    public Outcome<List<Node>> toChange(NodeTarget target) {
        if (target instanceof NodeTarget.Exact exact) {
            return found(exact.macs());
        }
        NodeTarget.Named named = (NodeTarget.Named) target;
        if (named.words().isEmpty()) {
            return Outcome.misused("no nodes given: name them, as in n[0001-0010] or @rack1");
        }
        return selected(named.words(), named.existing() ? NodeFinder::withMissing : NodeFinder::complete);
    }

    /** Nodes in a few words, as in {@code 3 nodes (n1, n2, n3)}. */
    public static String summary(List<Node> nodes) {
        String first = String.join(
                ", ",
                nodes.stream()
                        .limit(MOST_NAMES)
                        .map(node -> node.name().value())
                        .toList());
        int rest = nodes.size() - MOST_NAMES;
        return nodes.size()
                + (nodes.size() == 1 ? " node (" : " nodes (")
                + first
                + (rest > 0 ? " and " + rest + " more)" : ")");
    }

    private Outcome<List<Node>> found(List<MacAddress> macs) {
        List<Node> nodes = new ArrayList<>();
        for (MacAddress mac : macs) {
            Optional<Node> node = snapshot.node(mac);
            if (node.isEmpty()) {
                return Outcome.refused("nothing was changed: there is no node " + mac + " any more");
            }
            nodes.add(node.get());
        }
        return Outcome.done(nodes);
    }

    private static Outcome<List<Node>> withMissing(SelectedNodes selected) {
        return new Outcome.Done<>(
                selected.nodes(),
                selected.missing().isEmpty() ? List.of() : List.of(MissingNames.sentence(selected.missing())));
    }

    private static Outcome<List<Node>> complete(SelectedNodes selected) {
        return selected.missing().isEmpty()
                ? Outcome.done(selected.nodes())
                : Outcome.refused("nothing was changed: " + MissingNames.sentence(selected.missing())
                        + "; to take the others alone, use --existing");
    }

    private <T> Outcome<T> selected(List<String> words, Function<SelectedNodes, Outcome<T>> use) {
        SelectedNodes selected;
        try {
            selected = snapshot.select(String.join(" ", words));
        } catch (IllegalArgumentException e) {
            return Outcome.refused(e.getMessage());
        }
        return use.apply(selected);
    }
}
