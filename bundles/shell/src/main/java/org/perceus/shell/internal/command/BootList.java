package org.perceus.shell.internal.command;

import com.google.gson.JsonArray;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.Boot;
import org.perceus.node.BootJournal;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.shell.internal.boot.BootHistory;
import org.perceus.shell.internal.boot.BootJson;
import org.perceus.shell.internal.boot.BootTable;
import org.perceus.shell.internal.completion.NodeWords;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus boot list}. */
@Service
@Command(scope = "perceus", name = "boot-list", description = "Lists the newest boots, newest first")
public final class BootList extends SiteAction {
    @Option(name = "--json", description = "Print JSON instead of a table")
    private boolean json;

    @Option(name = "--limit", description = "How many boots at most", valueToShowInHelp = "20")
    private int limit = 20;

    @Argument(
            name = "nodes",
            description = "Only of these nodes: names, globs n00*, ranges n[0001-0099,0120], MACs, @group",
            multiValued = true)
    @Completion(NodeWords.class)
    private List<String> nodes = List.of();

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        if (limit < 1) {
            throw CommandFailure.usage("--limit " + limit + " shows nothing: give a number from 1");
        }
        if (limit > BootJournal.MOST_BOOTS) {
            throw CommandFailure.usage("--limit is at most " + BootJournal.MOST_BOOTS);
        }
        NodeSelection selection = new NodeSelection(site.registry().snapshot());
        List<Boot> boots = boots(site.boots(), selection, screen);
        Instant now = Instant.now();
        if (json) {
            JsonArray array = new JsonArray();
            boots.forEach(boot ->
                    array.add(BootJson.of(boot, selection.nameOf(boot.id().mac()), now)));
            screen.print(array);
        } else {
            screen.print(BootTable.of(boots, selection::nameOf, now), "no boot was seen yet");
        }
    }

    private List<Boot> boots(BootJournal journal, NodeSelection selection, Screen screen) throws InterruptedException {
        List<String> words = words(nodes);
        Optional<Set<MacAddress>> chosen = words.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        selection.toShow(words, screen).stream().map(Node::mac).collect(Collectors.toSet()));
        return new BootHistory(journal).boots(chosen, limit);
    }
}
