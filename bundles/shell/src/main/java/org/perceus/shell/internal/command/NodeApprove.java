package org.perceus.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.Node;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.node.Transaction;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node approve}. */
@Service
@Command(scope = "perceus", name = "node-approve", description = "Lets nodes be provisioned that were discovered")
public final class NodeApprove extends NodesAction {
    @Option(name = "--dry-run", description = "Show which nodes would be approved, and change nothing")
    private boolean dryRun;

    @Override
    void change(List<Node> chosen, Site site, Screen screen) throws InterruptedException {
        List<Node> waiting = chosen.stream().filter(node -> !node.approved()).toList();
        if (waiting.isEmpty()) {
            screen.say("all of them are approved already");
        } else {
            List<Node> approved = Transaction.await(
                    site.admin(dryRun).approve(waiting.stream().map(Node::mac).toList(), Transaction.author(screen)));
            screen.say((dryRun ? "would approve " : "approved ") + NodeSelection.summary(approved));
        }
    }
}
