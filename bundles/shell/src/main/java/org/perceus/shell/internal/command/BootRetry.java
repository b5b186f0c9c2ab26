package org.perceus.shell.internal.command;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.Node;
import org.perceus.provisioning.NodeSettings;
import org.perceus.shell.internal.completion.NodeWords;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.node.Transaction;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus boot retry}. */
@Service
@Command(
        scope = "perceus",
        name = "boot-retry",
        description = "Lets nodes try again that wait because they failed as often as their setting retries allows")
public final class BootRetry extends SiteAction {
    @Option(name = "--dry-run", description = "Show which nodes would try again, and change nothing")
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
        Transaction.await(site.admin(dryRun)
                .set(
                        chosen.stream().map(Node::mac).toList(),
                        NodeSettings.retry(Instant.now()),
                        Transaction.author(screen)));
        String summary = NodeSelection.summary(chosen);
        screen.out()
                .println(
                        dryRun
                                ? "would let " + summary + " try again"
                                : summary + " may try again: boots that began before do not count");
    }
}
