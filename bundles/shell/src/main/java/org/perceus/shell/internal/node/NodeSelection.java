package org.perceus.shell.internal.node;

import java.util.List;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SelectedNodes;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.Printable;
import org.perceus.shell.internal.screen.Screen;

/** The nodes that the words of a command name. */
public final class NodeSelection {
    private final RegistrySnapshot snapshot;

    /** @param snapshot where to look */
    public NodeSelection(RegistrySnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** What {@link #toShow} gives; all nodes when there are no words. */
    public List<Node> allOrToShow(List<String> words, Screen screen) {
        return words.isEmpty() ? snapshot.nodes() : toShow(words, screen);
    }

    /** The nodes that the words name; says on standard error which of a range are missing. */
    public List<Node> toShow(List<String> words, Screen screen) {
        SelectedNodes selected = selected(words);
        if (!selected.missing().isEmpty()) {
            screen.err().println(Printable.sentence(MissingNames.sentence(selected.missing())));
        }
        return selected.nodes();
    }

    /**
     * The node that a word names.
     *
     * @throws CommandFailure when it names several
     */
    public Node one(String word) {
        List<Node> nodes = selected(List.of(word)).nodes();
        if (nodes.size() != 1) {
            throw CommandFailure.usage("'" + word + "' names " + nodes.size() + " nodes: name one");
        }
        return nodes.get(0);
    }

    /**
     * The nodes that the words name and a command is going to change.
     *
     * @param existing whether to take those of a range that are there, and only say which are missing
     * @throws CommandFailure when nodes of a range are missing, with their names
     */
    public List<Node> toChange(List<String> words, boolean existing, Screen screen) {
        if (existing) {
            return toShow(words, screen);
        }
        SelectedNodes selected = selected(words);
        if (!selected.missing().isEmpty()) {
            throw new CommandFailure("nothing was changed: " + MissingNames.sentence(selected.missing())
                    + "; to take the others alone, use --existing");
        }
        return selected.nodes();
    }

    private SelectedNodes selected(List<String> words) {
        return snapshot.select(String.join(" ", words));
    }

    /** What to call a machine: its name, or its MAC when it is unknown by now. */
    public String nameOf(MacAddress mac) {
        return snapshot.node(mac).map(node -> node.name().value()).orElseGet(mac::toString);
    }

    /** Nodes in a few words, as in {@code 3 nodes (n1, n2, n3)}. */
    public static String summary(List<Node> nodes) {
        String names =
                Amounts.names(nodes.stream().map(node -> node.name().value()).toList());
        return Amounts.count(nodes.size(), "node") + " (" + names + ")";
    }
}
