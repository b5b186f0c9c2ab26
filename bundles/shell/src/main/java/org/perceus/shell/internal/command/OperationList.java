package org.perceus.shell.internal.command;

import java.time.Instant;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.operation.OperationDeeds;
import org.perceus.shell.internal.completion.OperationKindWords;
import org.perceus.shell.internal.operation.OperationReport;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus operation list}. */
@Service
@Command(
        scope = "perceus",
        name = "operation-list",
        description = "Lists imports, builds and updates, those that run and those that ended, newest first")
public final class OperationList extends SiteAction {
    @Reference
    private OperationDeeds deeds;

    @Option(name = "--kind", description = "Only these: import, build or update")
    @Completion(OperationKindWords.class)
    private String kind;

    @Option(name = "--running", description = "Only those that run")
    private boolean running;

    @Option(name = "--limit", description = "At most so many")
    private int limit = 20;

    @Option(name = "--json", description = "Print JSON instead of a table")
    private boolean json;

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        OperationReport report = new OperationReport(
                DeedAnswer.told(
                        deeds.list(screen.administrator(""), Optional.ofNullable(kind), running, limit), screen),
                Instant.now());
        if (json) {
            screen.print(report.json());
        } else {
            screen.print(report.table(), running ? "nothing runs" : "there was no such operation so far");
        }
    }
}
