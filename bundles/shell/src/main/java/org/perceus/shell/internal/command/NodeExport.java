package org.perceus.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.shell.internal.completion.NodeWords;
import org.perceus.shell.internal.inventory.Inventory;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node export}. */
@Service
@Command(
        scope = "perceus",
        name = "node-export",
        description = "Prints nodes with their own settings as the CSV that 'node import' reads")
public final class NodeExport extends SiteAction {
    @Argument(
            name = "nodes",
            description = "Which nodes: names, globs n00*, ranges n[0001-0099,0120], MACs, @group; else all",
            multiValued = true)
    @Completion(NodeWords.class)
    private List<String> nodes = List.of();

    @Override
    void run(Site site, Screen screen) {
        NodeSelection selection = new NodeSelection(site.registry().snapshot());
        new Inventory(selection.allOrToShow(words(nodes), screen)).lines().forEach(screen.out()::println);
    }
}
