package org.perceus.shell.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.Boot;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.SettingEffects;
import org.perceus.shell.internal.boot.BootHistory;
import org.perceus.shell.internal.boot.BootJson;
import org.perceus.shell.internal.completion.NodeWords;
import org.perceus.shell.internal.node.NodeCard;
import org.perceus.shell.internal.node.NodeJson;
import org.perceus.shell.internal.node.NodeReport;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node show}. */
@Service
@Command(
        scope = "perceus",
        name = "node-show",
        description = "Shows all about nodes: record, settings and where each comes from, latest boot")
public final class NodeShow extends SiteAction {
    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Argument(
            name = "nodes",
            description = "Which nodes: names, globs n00*, ranges n[0001-0099,0120], MACs, @group",
            required = true,
            multiValued = true)
    @Completion(NodeWords.class)
    private List<String> nodes = List.of();

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        RegistrySnapshot snapshot = site.registry().snapshot();
        List<Node> chosen = new NodeSelection(snapshot).toShow(words(nodes), screen);
        SettingEffects effects = site.settingEffects();
        Map<MacAddress, Boot> boots = new BootHistory(site.boots())
                .newest(chosen.stream().map(Node::mac).toList());
        JsonArray array = new JsonArray();
        String separator = "";
        for (Node node : chosen) {
            NodeReport report = NodeReport.of(node, snapshot, site).with(effects, snapshot);
            Optional<Boot> boot = Optional.ofNullable(boots.get(node.mac()));
            Instant now = Instant.now();
            if (json) {
                JsonObject one = NodeJson.of(report);
                one.add(
                        "boot",
                        boot.<JsonElement>map(newest ->
                                        BootJson.of(newest, node.name().value(), now))
                                .orElse(JsonNull.INSTANCE));
                array.add(one);
            } else {
                screen.out().print(separator + new NodeCard(report, boot, now).text(screen.width(), screen.unicode()));
                separator = "\n";
            }
        }
        if (json) {
            screen.print(array);
        }
    }
}
