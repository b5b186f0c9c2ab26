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
import org.perceus.shell.internal.screen.Confirmation;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;

/** {@code perceus node delete}. */
@Service
@Command(scope = "perceus", name = "node-delete", description = "Forgets nodes, their settings and their boots")
public final class NodeDelete extends NodesAction {
    @Reference
    private NodeDeeds deeds;

    @Option(name = "--yes", aliases = "-y", description = "Do not ask for confirmation")
    private boolean yes;

    @Option(name = "--dry-run", description = "Show which nodes would be deleted, and delete nothing")
    private boolean dryRun;

    @Override
    void change(Administrator who, NodeTarget target, Screen screen) throws InterruptedException {
        List<Node> chosen = DeedAnswer.told(deeds.delete(who, target, true), screen);
        String summary = NodeSelection.summary(chosen);
        if (dryRun) {
            screen.say("would delete " + summary);
            return;
        }
        if (!yes) {
            new Confirmation(screen).ask("Delete " + summary);
        }
        // those that were shown, whatever the words name by now
        NodeTarget shown = new NodeTarget.Exact(chosen.stream().map(Node::mac).toList());
        DeedAnswer.told(deeds.delete(who, shown, false), screen);
        screen.say("deleted " + summary);
    }
}
