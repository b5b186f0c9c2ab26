package org.perceus.shell.internal.command;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.provisioning.Strangers.Stranger;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;
import org.perceus.shell.internal.stranger.StrangerReport;

/** {@code perceus stranger list}. */
@Service
@Command(
        scope = "perceus",
        name = "stranger-list",
        description = "Lists machines that asked in the last day and are no nodes, what became of them and what to do")
public final class StrangerList extends SiteAction {
    @Option(name = "--json", description = "Print JSON instead of a table")
    private boolean json;

    @Option(name = "--limit", description = "How many machines at most", valueToShowInHelp = "50")
    private int limit = 50;

    @Override
    void run(Site site, Screen screen) {
        if (limit < 1) {
            throw CommandFailure.usage("--limit " + limit + " shows nothing: give a number from 1");
        }
        List<Stranger> all = site.strangers().list();
        List<Stranger> shown = all.subList(0, Math.min(limit, all.size()));
        if (json) {
            screen.print(StrangerReport.json(shown));
            return;
        }
        screen.print(StrangerReport.table(shown, Instant.now()), "no such machine asked in the last day");
        if (shown.size() < all.size()) {
            screen.say("and " + (all.size() - shown.size()) + " more that asked before (--limit)");
        }
    }
}
