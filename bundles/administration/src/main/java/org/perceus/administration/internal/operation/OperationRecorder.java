package org.perceus.administration.internal.operation;

import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.administration.Administrator;
import org.perceus.administration.Outcome;
import org.perceus.administration.internal.deed.MissingPartException;
import org.perceus.administration.operation.DeedProgress;
import org.perceus.node.operation.OperationKind;
import org.perceus.node.operation.RunningOperation;
import org.perceus.vnfs.Progress;

/** Does long deeds as operations, so that others see how far they are, and later how they went. */
@Component(service = OperationRecorder.class)
public final class OperationRecorder {
    private final OperationParts parts;

    /** Created by the container. */
    @Activate
    public OperationRecorder(@Reference OperationParts parts) {
        this.parts = parts;
    }

    /**
     * A deed that takes long.
     *
     * @param <T> what it results in
     */
    @FunctionalInterface
    public interface LongDeed<T> {
        /** Does it. */
        Outcome<T> with(Progress progress) throws InterruptedException;
    }

    /**
     * Does it; nothing is recorded while there is nobody to keep it.
     *
     * @param subject what it is about
     * @param progress hears what the operation does
     * @param sentence says what came of it
     */
    public <T> Outcome<T> run(
            Administrator who,
            OperationKind kind,
            String subject,
            DeedProgress progress,
            LongDeed<T> deed,
            Function<T, String> sentence)
            throws InterruptedException {
        Optional<RunningOperation> begun =
                parts.find().map(operations -> operations.begin(kind, subject, who.author()));
        if (begun.isEmpty()) {
            return deed.with(progress);
        }
        RunningOperation operation = begun.get();
        try {
            Outcome<T> outcome = deed.with(new RecordedProgress(operation, progress));
            end(operation, who, outcome, sentence);
            return outcome;
        } catch (InterruptedException e) {
            operation.failed(cancelled(who));
            throw e;
        } catch (IllegalArgumentException | MissingPartException e) {
            operation.failed(e.getMessage());
            throw e;
        } finally {
            // what ended before stays as it ended
            operation.failed("it failed as it should not have: the container's log (data/log) has more");
        }
    }

    private static <T> void end(
            RunningOperation operation, Administrator who, Outcome<T> outcome, Function<T, String> sentence) {
        if (outcome instanceof Outcome.Done<T> done) {
            operation.done(sentence.apply(done.result()));
        } else if (Thread.currentThread().isInterrupted()) {
            operation.failed(cancelled(who));
        } else {
            operation.failed(((Outcome.Refused<T>) outcome).reason());
        }
    }

    private static String cancelled(Administrator who) {
        return "cancelled: the command of " + who.account().name()
                + " ended before it did, by Ctrl-C, a closed terminal, or the end of the container";
    }
}
