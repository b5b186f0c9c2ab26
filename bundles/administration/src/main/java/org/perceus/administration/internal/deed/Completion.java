package org.perceus.administration.internal.deed;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.perceus.administration.Outcome;

/** Waits for what the parts of Perceus do. */
public final class Completion {
    private Completion() {}

    /** What it completes with; refused when it fails, with what that means. */
    public static <T> Outcome<T> of(CompletionStage<T> stage, String failure) throws InterruptedException {
        try {
            return Outcome.done(stage.toCompletableFuture().get());
        } catch (ExecutionException e) {
            return Outcome.refused(failure + ": " + e.getCause().getMessage());
        }
    }
}
