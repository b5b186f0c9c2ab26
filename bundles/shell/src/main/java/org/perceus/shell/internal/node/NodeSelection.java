package org.perceus.shell.internal.node;

import java.util.List;
import org.perceus.administration.NodeFinder;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;

/** The nodes that the words of a command name, to show them. */
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
        return DeedAnswer.told(new NodeFinder(snapshot).toShow(words), screen);
    }

    /**
     * The node that a word names.
     *
     * @throws CommandFailure when it names several
     */
    public Node one(String word) {
        return DeedAnswer.of(new NodeFinder(snapshot).one(word)).result();
    }

    /** What to call a machine: its name, or its MAC when it is unknown by now. */
    public String nameOf(MacAddress mac) {
        return snapshot.node(mac).map(node -> node.name().value()).orElseGet(mac::toString);
    }

    /** Nodes in a few words, as in {@code 3 nodes (n1, n2, n3)}. */
    public static String summary(List<Node> nodes) {
        return NodeFinder.summary(nodes);
    }
}
