package org.perceus.provisioning.internal.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.PatientThreads;

/**
 * Has scripts made, some at a time. A node that would have to wait for long is told instead how many are before it, and when to
 * come again by what was made in the last seconds. Thread-safe.
 */
@Component(service = ScriptQueue.class)
public final class ScriptQueue {
    /** A module has at most eight calls under way, so that one that hangs leaves threads for the nodes of others. */
    private static final int THREADS = 32;

    /** Less than half of the time in which a node wants an answer. */
    private static final Duration LONGEST_HELD = Duration.ofSeconds(10);

    private static final Duration LONGEST_AWAY = Duration.ofSeconds(60);

    private final Executor executor;
    private final Runnable stop;
    private final Backlog backlog;

    /** What becomes of a question. */
    sealed interface Place {
        /** It will be answered. */
        record Taken(CompletionStage<HttpAnswer> answer) implements Place {}

        /**
         * There are too many before it.
         *
         * @param after whole seconds
         */
        record ComeAgain(int before, Duration after) implements Place {
            String sentence() {
                return "the server is busy: " + before + " nodes are before this one";
            }
        }
    }

    @Activate
    public ScriptQueue() {
        this(threads(), System::nanoTime);
    }

    private ScriptQueue(ExecutorService threads, LongSupplier nanoTime) {
        this(threads, threads::shutdownNow, nanoTime);
    }

    ScriptQueue(Executor executor, Runnable stop, LongSupplier nanoTime) {
        this.executor = executor;
        this.stop = stop;
        this.backlog = new Backlog(nanoTime);
    }

    private static ExecutorService threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new PatientThreads("perceus-script"));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    @Deactivate
    void stop() {
        stop.run();
    }

    /** Takes a question that somebody answers on another thread, or says when to ask again. */
    Place take(Supplier<HttpAnswer> answer) {
        int before = backlog.size();
        Duration expected = backlog.expected(before);
        if (expected.compareTo(LONGEST_HELD) > 0) {
            Duration away = expected.compareTo(LONGEST_AWAY) < 0 ? expected : LONGEST_AWAY;
            return new Place.ComeAgain(before, Duration.ofSeconds(away.toSeconds()));
        }
        backlog.grows();
        try {
            return new Place.Taken(
                    CompletableFuture.supplyAsync(answer, executor).whenComplete((made, failure) -> backlog.shrinks()));
        } catch (RejectedExecutionException e) {
            backlog.shrinks();
            return new Place.Taken(CompletableFuture.completedStage(
                    new HttpAnswer.Busy("the server is stopping", Duration.ofSeconds(5))));
        }
    }
}
