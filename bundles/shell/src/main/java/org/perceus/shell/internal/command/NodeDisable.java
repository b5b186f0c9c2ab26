package org.perceus.shell.internal.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.Node;
import org.perceus.provisioning.BootChoice;
import org.perceus.provisioning.NodeSettings;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.node.Transaction;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node disable}. */
@Service
@Command(
        scope = "perceus",
        name = "node-disable",
        description = "Lets nodes wait at their next boot until they are enabled, by boot=none")
public final class NodeDisable extends NodesAction {
    @Option(name = "--dry-run", description = "Show which nodes would be disabled, and change nothing")
    private boolean dryRun;

    @Override
    void change(List<Node> chosen, Site site, Screen screen) throws InterruptedException {
        List<Node> disabled = Transaction.await(site.admin(dryRun)
                .set(
                        chosen.stream().map(Node::mac).toList(),
                        Map.of(NodeSettings.BOOT, Optional.of(BootChoice.NONE.toString())),
                        Transaction.author(screen)));
        screen.say((dryRun ? "would disable " : "disabled ") + NodeSelection.summary(disabled));
    }
}
