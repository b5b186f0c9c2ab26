package org.perceus.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.Outcome;
import org.perceus.administration.operation.OperationDeeds;
import org.perceus.node.operation.Operation;
import org.perceus.shell.internal.completion.OperationWords;
import org.perceus.shell.internal.operation.FollowedOperation;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus operation follow}. */
@Service
@Command(
        scope = "perceus",
        name = "operation-follow",
        description = "Prints the steps of an operation as they come, until it ends; exit 0 only when it succeeded")
public final class OperationFollow extends SiteAction {
    @Reference
    private OperationDeeds deeds;

    @Argument(name = "id", description = "The operation, by its id in 'perceus operation list'", required = true)
    @Completion(OperationWords.class)
    private long id;

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        FollowedOperation followed = new FollowedOperation(screen);
        Outcome<Operation> outcome;
        try {
            outcome = deeds.follow(screen.administrator(""), id, followed);
        } finally {
            followed.end();
        }
        Operation.End end = DeedAnswer.told(outcome, screen).end().orElseThrow();
        if (!end.succeeded()) {
            throw new CommandFailure("operation " + id + " failed: " + end.sentence());
        }
        screen.say("operation " + id + " is done: " + end.sentence());
    }
}
