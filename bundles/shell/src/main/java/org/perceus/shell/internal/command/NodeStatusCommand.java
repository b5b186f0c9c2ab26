package org.perceus.shell.internal.command;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.RegistrySnapshot;
import org.perceus.shell.internal.completion.NodeWords;
import org.perceus.shell.internal.node.NodeJson;
import org.perceus.shell.internal.node.NodeReport;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.node.NodeTables;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node status}. */
@Service
@Command(
        scope = "perceus",
        name = "node-status",
        description = "Shows how nodes are: state, since when, last contact, and why they wait or failed")
public final class NodeStatusCommand extends SiteAction {
    @Option(name = "--json", description = "Print JSON instead of a table")
    private boolean json;

    @Argument(
            name = "nodes",
            description = "Which nodes: names, globs n00*, ranges n[0001-0099,0120], MACs, @group; else all",
            multiValued = true)
    @Completion(NodeWords.class)
    private List<String> nodes = List.of();

    @Override
    void run(Site site, Screen screen) {
        RegistrySnapshot snapshot = site.registry().snapshot();
        List<NodeReport> reports = new NodeSelection(snapshot)
                .allOrToShow(words(nodes), screen).stream()
                        .map(node -> NodeReport.of(node, snapshot, site))
                        .toList();
        if (json) {
            screen.print(NodeJson.of(reports));
        } else {
            screen.print(NodeTables.status(reports, Instant.now()), "there are no nodes yet");
        }
    }
}
