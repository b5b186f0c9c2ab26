package org.perceus.shell.internal.command;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.Node;
import org.perceus.provisioning.NodeSettings;
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
public final class BootRetry extends NodesAction {
    @Option(name = "--dry-run", description = "Show which nodes would try again, and change nothing")
    private boolean dryRun;

    @Override
    void change(List<Node> chosen, Site site, Screen screen) throws InterruptedException {
        Transaction.await(site.admin(dryRun)
                .set(
                        chosen.stream().map(Node::mac).toList(),
                        NodeSettings.retry(Instant.now()),
                        Transaction.author(screen)));
        String summary = NodeSelection.summary(chosen);
        screen.say(
                dryRun
                        ? "would let " + summary + " try again"
                        : summary + " may try again: boots that began before do not count");
    }
}
