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
import org.perceus.shell.internal.screen.Confirmation;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node delete}. */
@Service
@Command(scope = "perceus", name = "node-delete", description = "Forgets nodes, their settings and their boots")
public final class NodeDelete extends SiteAction {
    @Option(name = "--yes", aliases = "-y", description = "Do not ask for confirmation")
    private boolean yes;

    @Option(name = "--dry-run", description = "Show which nodes would be deleted, and delete nothing")
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
        List<Node> chosen = new NodeSelection(site.registry().snapshot()).toChange(words(nodes), existing, screen);
        String summary = NodeSelection.summary(chosen);
        if (!yes && !dryRun) {
            new Confirmation(screen).ask("Delete " + summary);
        }
        Transaction.await(
                site.admin(dryRun).delete(chosen.stream().map(Node::mac).toList(), Transaction.author(screen)));
        screen.out().println((dryRun ? "would delete " : "deleted ") + summary);
    }
}
