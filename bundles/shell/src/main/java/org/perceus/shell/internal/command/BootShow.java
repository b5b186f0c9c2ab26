package org.perceus.shell.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.Boot;
import org.perceus.node.BootSeries;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.NodeState;
import org.perceus.shell.internal.boot.BootHistory;
import org.perceus.shell.internal.boot.BootJson;
import org.perceus.shell.internal.boot.FollowReport;
import org.perceus.shell.internal.boot.FollowTarget;
import org.perceus.shell.internal.boot.TimeLine;
import org.perceus.shell.internal.completion.NodeWords;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.Printable;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus boot show}. */
@Service
@Command(
        scope = "perceus",
        name = "boot-show",
        description = "Shows the time-line of the latest boot of nodes, or follows boots until they end")
public final class BootShow extends SiteAction {
    @Option(name = "--json", description = "Print JSON; one object on a line for each event when following")
    private boolean json;

    @Option(
            name = "--follow",
            aliases = "-f",
            description =
                    "Print events as they come, of the boot under way or else the next, until it ends; exit 0 only"
                            + " when it ended ready")
    private boolean follow;

    @Option(
            name = "--wait-for-new",
            description = "Follow this many boots that begin from now on, of whichever nodes, instead of named ones")
    private int newBoots;

    @Option(name = "--timeout", description = "Stop following after this many seconds, without success")
    private int timeoutSeconds;

    @Argument(
            name = "nodes",
            description = "Which nodes: names, globs n00*, ranges n[0001-0099,0120], MACs, @group",
            multiValued = true)
    @Completion(NodeWords.class)
    private List<String> nodes = List.of();

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        check();
        if (newBoots > 0) {
            follow(site, screen, new FollowTarget.NewBoots(newBoots));
            return;
        }
        List<Node> chosen = new NodeSelection(site.registry().snapshot()).toShow(words(nodes), screen);
        if (follow) {
            follow(
                    site,
                    screen,
                    new FollowTarget.Nodes(chosen.stream().map(Node::mac).collect(Collectors.toSet())));
        } else {
            Map<MacAddress, Boot> boots = new BootHistory(site.boots())
                    .newest(chosen.stream().map(Node::mac).toList());
            if (json) {
                screen.print(json(site, chosen, boots));
            } else {
                chosen.forEach(node -> show(site, screen, node, Optional.ofNullable(boots.get(node.mac()))));
            }
        }
    }

    private static JsonArray json(Site site, List<Node> chosen, Map<MacAddress, Boot> boots) {
        JsonArray array = new JsonArray();
        Instant now = Instant.now();
        for (Node node : chosen) {
            Optional.ofNullable(boots.get(node.mac())).ifPresent(boot -> {
                JsonObject one = BootJson.of(boot, node.name().value(), now);
                one.addProperty("before", before(site, boot).orElse(null));
                array.add(one);
            });
        }
        return array;
    }

    private void check() {
        if (newBoots < 0 || timeoutSeconds < 0) {
            throw CommandFailure.usage("--wait-for-new and --timeout take numbers from 1");
        }
        if (newBoots > 0 && !words(nodes).isEmpty()) {
            throw CommandFailure.usage("--wait-for-new follows boots of whichever nodes: name no nodes with it");
        }
        if (newBoots == 0 && nodes.isEmpty()) {
            throw CommandFailure.usage("no nodes given: name them, as in n0001, or use --wait-for-new");
        }
        if (timeoutSeconds > 0 && newBoots == 0 && !follow) {
            throw CommandFailure.usage("--timeout goes with --follow or --wait-for-new");
        }
    }

    private void follow(Site site, Screen screen, FollowTarget target) throws InterruptedException {
        Optional<Duration> timeout =
                timeoutSeconds > 0 ? Optional.of(Duration.ofSeconds(timeoutSeconds)) : Optional.empty();
        new FollowReport(site.boots(), mac -> new NodeSelection(site.registry().snapshot()).nameOf(mac), screen)
                .follow(target, timeout, json, Clock.systemUTC());
    }

    private static void show(Site site, Screen screen, Node node, Optional<Boot> boot) {
        if (boot.isEmpty()) {
            screen.err().println(node.name() + " has not booted yet");
            return;
        }
        TimeLine timeLine = TimeLine.of(boot.get(), Instant.now());
        String title = node.name() + ", boot of " + Amounts.moment(boot.get().started()) + ": " + timeLine.summary();
        screen.out().print(Printable.line(title) + "\n" + timeLine.text(screen.width(), screen.unicode()));
        before(site, boot.get()).ifPresent(why -> screen.say(why));
    }

    /** What is to be said of the boots before this one, or of all of them. */
    private static Optional<String> before(Site site, Boot boot) {
        BootSeries series = site.boots().series(boot.id().mac());
        boolean isTold = boot.last().state() == NodeState.FAILED
                && (!series.looping()
                        || boot.last().detail().filter(BootSeries::isToldIn).isPresent());
        return isTold ? Optional.empty() : series.sentence();
    }
}
