package org.perceus.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.Node;
import org.perceus.shell.internal.completion.NodeWords;
import org.perceus.shell.internal.inventory.Inventory;
import org.perceus.shell.internal.inventory.SlurmInventory;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.screen.Printable;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node export}. */
@Service
@Command(
        scope = "perceus",
        name = "node-export",
        description = "Prints nodes with their own settings as the CSV that 'node import' reads, or as lines for Slurm")
public final class NodeExport extends SiteAction {
    @Option(name = "--slurm", description = "Print them as lines of slurm.conf, with what their machines have")
    private boolean slurm;

    @Argument(
            name = "nodes",
            description = "Which nodes: names, globs n00*, ranges n[0001-0099,0120], MACs, @group; else all",
            multiValued = true)
    @Completion(NodeWords.class)
    private List<String> nodes = List.of();

    @Override
    void run(Site site, Screen screen) {
        NodeSelection selection = new NodeSelection(site.registry().snapshot());
        List<Node> chosen = selection.allOrToShow(words(nodes), screen);
        List<String> lines =
                slurm ? new SlurmInventory(chosen, site.hardware()).lines() : new Inventory(chosen).lines();
        lines.forEach(line -> screen.out().println(screen.width() > 0 ? Printable.line(line) : line));
    }
}
