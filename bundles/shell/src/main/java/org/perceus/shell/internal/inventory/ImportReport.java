package org.perceus.shell.internal.inventory;

import java.util.ArrayList;
import java.util.List;
import org.perceus.node.ChangeResult;
import org.perceus.node.Objection;
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
        StringBuilder text =
                new StringBuilder("nothing was added: " + what + " has " + Amounts.count(problems.size(), "problem"));
        problems.stream().limit(MOST).forEach(problem -> text.append("\n  ").append(problem));
        if (problems.size() > MOST) {
            text.append("\n  and ").append(problems.size() - MOST).append(" more");
        }
        throw new CommandFailure(text.toString());
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
