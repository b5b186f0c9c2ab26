package org.perceus.shell.internal.command;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.operation.OperationDeeds;
import org.perceus.node.operation.Operation;
import org.perceus.shell.internal.completion.OperationWords;
import org.perceus.shell.internal.operation.OperationCard;
import org.perceus.shell.internal.operation.OperationReport;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus operation show}. */
@Service
@Command(
        scope = "perceus",
        name = "operation-show",
        description = "Shows an import, a build or an update step by step, and what came of it")
public final class OperationShow extends SiteAction {
    @Reference
    private OperationDeeds deeds;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Argument(name = "id", description = "The operation, by its id in 'perceus operation list'", required = true)
    @Completion(OperationWords.class)
    private long id;

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        Operation operation = DeedAnswer.told(deeds.show(screen.administrator(""), id), screen);
        Instant now = Instant.now();
        if (json) {
            screen.print(new OperationReport(List.of(operation), now).json());
        } else {
            screen.out().print(new OperationCard(operation, now).text(screen.width(), screen.unicode()));
        }
    }
}
