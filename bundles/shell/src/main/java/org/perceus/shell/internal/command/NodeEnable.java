package org.perceus.shell.internal.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.BootChoice;
import org.perceus.provisioning.NodeSettings;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.node.Transaction;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node enable}. */
@Service
@Command(scope = "perceus", name = "node-enable", description = "Lets nodes boot again that were disabled")
public final class NodeEnable extends NodesAction {
    @Option(name = "--dry-run", description = "Show which nodes would be enabled, and change nothing")
    private boolean dryRun;

    @Override
    void change(List<Node> chosen, Site site, Screen screen) throws InterruptedException {
        RegistrySnapshot snapshot = site.registry().snapshot();
        List<Node> waiting = chosen.stream()
                .filter(node -> BootChoice.of(node, snapshot) == BootChoice.NONE)
                .toList();
        if (waiting.isEmpty()) {
            screen.say("none of them is disabled");
            return;
        }
        // a value of its own, as the group may have said it
        List<Node> enabled = Transaction.await(site.admin(dryRun)
                .set(
                        waiting.stream().map(Node::mac).toList(),
                        Map.of(NodeSettings.BOOT, Optional.of(BootChoice.PROVISION.toString())),
                        Transaction.author(screen)));
        screen.say((dryRun ? "would enable " : "enabled ") + NodeSelection.summary(enabled));
    }
}
