package org.perceus.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.Node;
import org.perceus.shell.internal.completion.NodeWords;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.node.Transaction;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node approve}. */
@Service
@Command(scope = "perceus", name = "node-approve", description = "Lets nodes be provisioned that were discovered")
public final class NodeApprove extends SiteAction {
    @Option(name = "--dry-run", description = "Show which nodes would be approved, and change nothing")
    private boolean dryRun;

    @Option(name = "--existing", description = "Take those nodes of a range that are there, and leave out the others")
    private boolean existing;

    @Argument(
            name = "nodes",
            description = "Which nodes: names, globs n00*, ranges n[0001-0099,0120], MACs, @group",
            required = true,
            multiValued = true)
    @Completion(NodeWords.class)
    private List<String> nodes = List.of();

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        List<Node> waiting = new NodeSelection(site.registry().snapshot())
                .toChange(words(nodes), existing, screen).stream()
                        .filter(node -> !node.approved())
                        .toList();
        if (waiting.isEmpty()) {
            screen.out().println("all of them are approved already");
        } else {
            List<Node> approved = Transaction.await(
                    site.admin(dryRun).approve(waiting.stream().map(Node::mac).toList(), Transaction.author(screen)));
            screen.out().println((dryRun ? "would approve " : "approved ") + NodeSelection.summary(approved));
        }
    }
}
