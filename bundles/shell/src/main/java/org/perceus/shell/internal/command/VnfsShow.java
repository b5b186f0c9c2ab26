package org.perceus.shell.internal.command;

import com.google.gson.JsonArray;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.capsule.CapsuleUse;
import org.perceus.shell.internal.capsule.CapsuleReport;
import org.perceus.shell.internal.capsule.RootCard;
import org.perceus.shell.internal.completion.CapsuleWords;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;
import org.perceus.vnfs.Capsule;

/** {@code perceus vnfs show}. */
@Service
@Command(
        scope = "perceus",
        name = "vnfs-show",
        description = "Shows what the root of a capsule is like, and what to mend")
public final class VnfsShow extends SiteAction {
    @Option(name = "--json", description = "Print JSON instead of text")
    private boolean json;

    @Argument(name = "capsule", description = "NAME@VERSION, or NAME for the newest", required = true)
    @Completion(CapsuleWords.class)
    private String name;

    @Override
    void run(Site site, Screen screen) {
        Capsule capsule = site.capsules()
                .find(name)
                .orElseThrow(
                        () -> new CommandFailure("there is no capsule '" + name + "': 'perceus vnfs list' shows them"));
        CapsuleUse use = new CapsuleUse(site.registry().snapshot(), site.capsules());
        CapsuleReport report =
                new CapsuleReport(capsule, use.nodesOf(capsule.id()).size());
        RootCard card = new RootCard(capsule.kernels(), capsule.traits());
        if (json) {
            JsonArray array = CapsuleReport.json(List.of(report));
            card.addTo(array.get(0).getAsJsonObject());
            screen.print(array);
        } else {
            screen.say(String.format("%-7s  %s", "capsule", capsule.id()));
            screen.say(String.format("%-7s  %d", "nodes", report.nodes()));
            card.print(screen);
        }
    }
}
