package org.perceus.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.HistoryDeeds;
import org.perceus.node.HistoryEntry;
import org.perceus.shell.internal.history.HistoryReport;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus undo}. */
@Service
@Command(
        scope = "perceus",
        name = "undo",
        description = "Makes of nodes and groups what they were before a change, unless a later one stands on it")
public final class Undo extends ChangingAction {
    @Reference
    private HistoryDeeds deeds;

    @Option(name = "--dry-run", description = "Show what would be undone, and change nothing")
    private boolean dryRun;

    @Argument(name = "id", description = "The change, by its id in 'perceus history'", required = true)
    private long id;

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        HistoryEntry entry = DeedAnswer.told(deeds.undo(administrator(screen), id, dryRun), screen);
        screen.say((dryRun ? "would undo change " : "undid change ") + id + ": " + HistoryReport.summary(entry));
    }
}
