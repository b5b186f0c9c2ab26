package org.perceus.shell.internal.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perceus.node.ChangeResult;
import org.perceus.node.Node;
import org.perceus.node.Objection;
import org.perceus.node.RegistrySnapshot;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.CommandFailure;

/**
 * Tells all that is wrong with a file of nodes: what cannot be read, and what the registry objects to.
 *
 * @param file the file
 * @param what what the nodes came in
 */
public record ImportReport(NodeFile file, String what) {
    private static final int MOST = 20;

    /**
     * @param result what the registry says of the file's entries
     * @throws CommandFailure when something is wrong, with the first lines of it and how many there are
     */
    public void requireGood(ChangeResult result) {
        List<String> problems = problems(result);
        if (problems.isEmpty()) {
            return;
        }
        List<String> shown = new ArrayList<>(problems.subList(0, Math.min(MOST, problems.size())));
        if (problems.size() > MOST) {
            shown.add("and " + (problems.size() - MOST) + " more");
        }
        throw CommandFailure.listing(
                "nothing was added: " + what + " has " + Amounts.count(problems.size(), "problem"), shown);
    }

    /**
     * What became of the file's nodes, a line for each kind.
     *
     * @param before the nodes as they were
     * @param nodes those of the file as they are, or would be in a dry run
     */
    public static List<String> done(RegistrySnapshot before, List<Node> nodes, boolean dryRun) {
        List<Node> added = new ArrayList<>();
        List<Node> changed = new ArrayList<>();
        for (Node node : nodes) {
            Optional<Node> earlier = before.node(node.mac());
            if (earlier.isEmpty()) {
                added.add(node);
            } else if (!earlier.get().equals(node)) {
                changed.add(node);
            }
        }
        List<String> lines = new ArrayList<>();
        if (!added.isEmpty()) {
            lines.add((dryRun ? "would add " : "added ") + NodeSelection.summary(added));
        }
        if (!changed.isEmpty()) {
            lines.add((dryRun ? "would change " : "changed ") + NodeSelection.summary(changed));
        }
        int same = nodes.size() - added.size() - changed.size();
        if (same > 0) {
            lines.add(Amounts.count(same, "node") + (same == 1 ? " is" : " are") + " as the file says already");
        }
        return lines;
    }

    private List<String> problems(ChangeResult result) {
        List<String> problems = new ArrayList<>(file.problems());
        if (result instanceof ChangeResult.Rejected rejected) {
            for (Objection objection : rejected.objections()) {
                problems.add(line(objection.entry()) + ": " + objection.text(this::line));
            }
        }
        return problems;
    }

    private String line(int entry) {
        return "line " + file.entries().get(entry - 1).line();
    }
}
