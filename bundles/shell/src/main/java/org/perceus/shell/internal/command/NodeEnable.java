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

/** {@code perceus node enable}. */
@Service
@Command(scope = "perceus", name = "node-enable", description = "Lets nodes boot again that were disabled")
public final class NodeEnable extends NodesAction {
    @Reference
    private NodeDeeds deeds;

    @Option(name = "--dry-run", description = "Show which nodes would be enabled, and change nothing")
    private boolean dryRun;

    @Override
    void change(Administrator who, NodeTarget target, Screen screen) throws InterruptedException {
        List<Node> enabled = DeedAnswer.told(deeds.enable(who, target, dryRun), screen);
        screen.say(
                enabled.isEmpty()
                        ? "none of them is disabled"
                        : (dryRun ? "would enable " : "enabled ") + NodeSelection.summary(enabled));
    }
}
