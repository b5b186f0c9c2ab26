package org.perceus.shell.internal.command;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.RegistrySnapshot;
import org.perceus.shell.internal.completion.NodeWords;
import org.perceus.shell.internal.completion.StateWords;
import org.perceus.shell.internal.node.NodeJson;
import org.perceus.shell.internal.node.NodeReport;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.node.NodeTables;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node list}. */
@Service
@Command(
        scope = "perceus",
        name = "node-list",
        description = "Lists nodes with their state, address, group and capsule")
public final class NodeList extends SiteAction {
    @Option(name = "--json", description = "Print JSON instead of a table")
    private boolean json;

    @Option(name = "--state", description = "Only nodes in this state, such as ready or failed")
    @Completion(StateWords.class)
    private String state;

    @Argument(
            name = "nodes",
            description = "Which nodes: names, globs n00*, ranges n[0001-0099,0120], MACs, @group; else all",
            multiValued = true)
    @Completion(NodeWords.class)
    private List<String> nodes = List.of();

    @Override
    void run(Site site, Screen screen) {
        RegistrySnapshot snapshot = site.registry().snapshot();
        Optional<StateFilter> filter = Optional.ofNullable(state).map(StateFilter::parse);
        List<NodeReport> reports = new NodeSelection(snapshot)
                .allOrToShow(words(nodes), screen).stream()
                        .map(node -> NodeReport.of(node, snapshot, site))
                        .filter(report ->
                                filter.map(wanted -> wanted.matches(report)).orElse(true))
                        .toList();
        if (json) {
            screen.print(NodeJson.of(reports));
        } else {
            screen.print(NodeTables.list(reports), "no such node: machines appear when they boot, or by 'node add'");
        }
    }
}
