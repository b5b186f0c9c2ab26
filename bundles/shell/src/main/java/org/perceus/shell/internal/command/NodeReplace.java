package org.perceus.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.shell.internal.completion.NodeWords;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.node.Transaction;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node replace}. */
@Service
@Command(
        scope = "perceus",
        name = "node-replace",
        description = "Gives a node another machine: name, address, group and settings stay")
public final class NodeReplace extends SiteAction {
    @Option(name = "--dry-run", description = "Show what would change, and change nothing")
    private boolean dryRun;

    @Argument(name = "node", description = "The node, by its name or the MAC of its old machine", required = true)
    @Completion(NodeWords.class)
    private String node;

    @Argument(index = 1, name = "MAC", description = "The boot MAC of the new machine", required = true)
    private String machine;

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        RegistrySnapshot snapshot = site.registry().snapshot();
        List<Node> nodes = new NodeSelection(snapshot).toChange(List.of(node), false, screen);
        if (nodes.size() != 1) {
            throw CommandFailure.usage("a machine takes the place of one node: '" + node + "' names " + nodes.size());
        }
        Node old = nodes.get(0);
        MacAddress by = machine(snapshot);
        Transaction.await(site.admin(dryRun).replace(old.mac(), by, Transaction.author(screen)));
        String given = snapshot.node(by)
                .map(found -> "; " + found.name() + ", as which it was found, is gone")
                .orElse("");
        screen.say(
                (dryRun ? "would put " : "put ") + by + " in the place of " + old.mac() + " as " + old.name() + given);
    }

    /** A machine that was found can be named as the node that it is now. */
    private MacAddress machine(RegistrySnapshot snapshot) {
        try {
            return MacAddress.parse(machine);
        } catch (IllegalArgumentException e) {
            return snapshot.nodes().stream()
                    .filter(found -> found.name().value().equalsIgnoreCase(machine))
                    .findFirst()
                    .orElseThrow(() -> e)
                    .mac();
        }
    }
}
