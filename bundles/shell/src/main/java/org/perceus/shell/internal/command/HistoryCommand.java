package org.perceus.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.Administrator;
import org.perceus.administration.HistoryDeeds;
import org.perceus.node.HistoryEntry;
import org.perceus.shell.internal.completion.NodeWords;
import org.perceus.shell.internal.history.ChangeCard;
import org.perceus.shell.internal.history.HistoryReport;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus history}. */
@Service
@Command(
        scope = "perceus",
        name = "history",
        description = "Lists who changed nodes and groups, when, how and why, newest first")
public final class HistoryCommand extends SiteAction {
    @Reference
    private HistoryDeeds deeds;

    @Option(name = "--limit", description = "At most so many changes")
    private int limit = 20;

    @Option(name = "--before", description = "Only changes before the one with this id")
    private long before = Long.MAX_VALUE;

    @Option(name = "--change", description = "All that the change with this id made")
    private long change;

    @Option(name = "--json", description = "Print JSON instead of a table")
    private boolean json;

    @Argument(
            name = "nodes",
            description = "Only changes of these: names, globs n00*, ranges n[0001-0099,0120], MACs, @group; else all",
            multiValued = true)
    @Completion(NodeWords.class)
    private List<String> nodes = List.of();

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        Administrator who = screen.administrator("");
        if (change == 0) {
            HistoryReport report =
                    new HistoryReport(DeedAnswer.told(deeds.list(who, words(nodes), before, limit), screen));
            print(report, screen);
            return;
        }
        if (!nodes.isEmpty()) {
            throw CommandFailure.usage("--change shows one change with all its nodes: leave the nodes out");
        }
        HistoryEntry entry = DeedAnswer.told(deeds.show(who, change), screen);
        if (json) {
            screen.print(new HistoryReport(List.of(entry)).json());
        } else {
            screen.out().print(new ChangeCard(entry).text(screen.width(), screen.unicode()));
        }
    }

    private void print(HistoryReport report, Screen screen) {
        if (json) {
            screen.print(report.json());
        } else {
            screen.print(report.table(), "nothing was changed so far");
        }
    }
}
