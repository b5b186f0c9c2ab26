package org.perceus.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.Administrator;
import org.perceus.administration.NodeDeeds;
import org.perceus.administration.NodeTarget;
import org.perceus.node.Node;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;

/** {@code perceus node approve}. */
@Service
@Command(scope = "perceus", name = "node-approve", description = "Lets nodes be provisioned that were discovered")
public final class NodeApprove extends NodesAction {
    @Reference
    private NodeDeeds deeds;

    @Option(name = "--dry-run", description = "Show which nodes would be approved, and change nothing")
    private boolean dryRun;

    @Override
    void change(Administrator who, NodeTarget target, Screen screen) throws InterruptedException {
        NodeDeeds.Approved approved = DeedAnswer.told(deeds.approve(who, target, dryRun), screen);
        List<Node> nodes = approved.nodes();
        screen.say(
                nodes.isEmpty()
                        ? "all of them are approved already"
                        : (dryRun ? "would approve " : "approved ") + NodeSelection.summary(nodes));
        nodes.stream()
                .filter(node -> approved.keys().containsKey(node.mac()))
                .forEach(node -> screen.say(node.name() + " is tied to the key that its machine shows: "
                        + approved.keys().get(node.mac())));
    }
}
