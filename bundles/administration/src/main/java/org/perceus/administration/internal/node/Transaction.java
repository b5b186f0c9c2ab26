package org.perceus.administration.internal.node;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.perceus.administration.Outcome;
import org.perceus.administration.internal.deed.Completion;
import org.perceus.node.ChangeResult;
import org.perceus.node.Node;

/** Waits for the registry. */
final class Transaction {
    private Transaction() {}

    /** The nodes that were changed. */
    static Outcome<List<Node>> changed(CompletionStage<ChangeResult> change) throws InterruptedException {
        return result(change).then(Transaction::changed);
    }

    /** The nodes that were changed. */
    static Outcome<List<Node>> changed(ChangeResult result) {
        return result instanceof ChangeResult.Changed changed
                ? Outcome.done(changed.nodes())
                : Outcome.refused("nothing was changed: " + ((ChangeResult.Rejected) result).reason());
    }

    /** What the registry decided; refused when it could not store it. */
    static Outcome<ChangeResult> result(CompletionStage<ChangeResult> change) throws InterruptedException {
        return Completion.of(change, "the registry could not store the change");
    }
}
