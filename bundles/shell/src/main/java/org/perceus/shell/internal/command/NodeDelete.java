package org.perceus.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.Node;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.node.Transaction;
import org.perceus.shell.internal.screen.Confirmation;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node delete}. */
@Service
@Command(scope = "perceus", name = "node-delete", description = "Forgets nodes, their settings and their boots")
public final class NodeDelete extends NodesAction {
    @Option(name = "--yes", aliases = "-y", description = "Do not ask for confirmation")
    private boolean yes;

    @Option(name = "--dry-run", description = "Show which nodes would be deleted, and delete nothing")
    private boolean dryRun;

    @Override
    void change(List<Node> chosen, Site site, Screen screen) throws InterruptedException {
        String summary = NodeSelection.summary(chosen);
        if (!yes && !dryRun) {
            new Confirmation(screen).ask("Delete " + summary);
        }
        Transaction.await(
                site.admin(dryRun).delete(chosen.stream().map(Node::mac).toList(), Transaction.author(screen)));
        screen.say((dryRun ? "would delete " : "deleted ") + summary);
    }
}
