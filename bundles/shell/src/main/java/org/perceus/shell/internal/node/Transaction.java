package org.perceus.shell.internal.node;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.perceus.ledger.Author;
import org.perceus.node.ChangeResult;
import org.perceus.node.Node;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.Printable;
import org.perceus.shell.internal.screen.Screen;

/** Waits for changes of the registry. */
public final class Transaction {
    private static final int LONGEST_REASON = 500;

    private Transaction() {}

    /**
     * The nodes that were changed.
     *
     * @throws CommandFailure when the change was rejected, or the store failed
     */
    public static List<Node> await(CompletionStage<ChangeResult> change) throws InterruptedException {
        return changed(result(change));
    }

    /**
     * The nodes that were changed.
     *
     * @throws CommandFailure when the change was rejected
     */
    public static List<Node> changed(ChangeResult result) {
        if (result instanceof ChangeResult.Changed changed) {
            return changed.nodes();
        }
        throw new CommandFailure("nothing was changed: " + ((ChangeResult.Rejected) result).reason());
    }

    /** @throws CommandFailure when the store failed */
    public static ChangeResult result(CompletionStage<ChangeResult> change) throws InterruptedException {
        try {
            return change.toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new CommandFailure(
                    "the registry could not store the change: " + e.getCause().getMessage(), e.getCause());
        }
    }

    /** Who changes what, for the history. */
    public static Author author(Screen screen) {
        String why = Printable.line(screen.commandLine());
        return new Author(
                Printable.line(screen.user()),
                why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON - 1) + "…" : why);
    }
}
