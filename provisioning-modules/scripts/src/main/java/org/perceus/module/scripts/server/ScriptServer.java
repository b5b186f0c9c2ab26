package org.perceus.module.scripts.server;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Executes scripts for nodes in the background, a few at once and in the order in which they were asked for, and keeps
 * what came of them for a while. Asking does no more than looking it up, and putting a job that is new into the queue. Thread-safe.
 */
public final class ScriptServer {
    /** As many jobs may wait as two scripts for each of ten thousand nodes. */
    static final int MOST_WAITING = 20_000;

    /** Characters of all results that are kept. */
    static final long MOST_KEPT = 32 << 20;

    private static final Duration FAILURES = Duration.ofSeconds(30);
    private static final long SECONDS_TO_END = 10;

    /** What executes a job. */
    public interface Worker {
        /** Executes it to its end. */
        Outcome execute(Job job) throws InterruptedException;
    }

    private record Result(Outcome outcome, long nanos) {
        int size() {
            return outcome instanceof Outcome.Printed printed ? printed.text().length() : 0;
        }
    }

    private final Worker worker;
    private final Duration keep;
    private final LongSupplier nanos;
    private final ExecutorService threads;
    private final Set<Job> waiting = new HashSet<>();
    private final Map<Job, Result> results = new LinkedHashMap<>();
    private long kept;

    /**
     * @param account name of the account that scripts run as
     * @param atOnce how many run at once
     * @param keep how long what a script printed stands for what it would print
     */
    public ScriptServer(String account, Limits limits, int atOnce, Duration keep) {
        this(new AccountWorker(account, limits), atOnce, keep, System::nanoTime);
    }

    /**
     * @param worker what executes jobs, several at once
     * @param nanos a clock that only goes forward
     */
    public ScriptServer(Worker worker, int atOnce, Duration keep, LongSupplier nanos) {
        AtomicInteger number = new AtomicInteger();
        this.worker = worker;
        this.keep = keep;
        this.nanos = nanos;
        this.threads = Executors.newFixedThreadPool(atOnce, task -> {
            Thread thread = new Thread(task, "perceus-script-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What came of a job, if that is known and not too old; else it will be executed. */
    public synchronized Outcome ask(Job job) {
        Optional<Result> result = Optional.ofNullable(results.get(job)).filter(this::holds);
        if (result.isPresent()) {
            return result.get().outcome();
        }
        if (!waiting.contains(job)) {
            if (waiting.size() >= MOST_WAITING) {
                return new Outcome.Failed(
                        "was not executed, as " + waiting.size() + " others wait for that: the node asks again");
            }
            waiting.add(job);
            threads.execute(() -> execute(job));
        }
        return new Outcome.Waiting(waiting.size() - 1);
    }

    /** How many jobs wait or run. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** Ends what runs. */
    public void stop() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    }

    private void execute(Job job) {
        try {
            keep(job, worker.execute(job));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            keep(job, new Outcome.Failed("could not be executed: " + e));
        }
    }

    private synchronized void keep(Job job, Outcome outcome) {
        waiting.remove(job);
        forget(job);
        Result result = new Result(outcome, nanos.getAsLong());
        results.put(job, result);
        kept += result.size();
        // the oldest stands first
        while (kept > MOST_KEPT || results.size() > MOST_WAITING) {
            forget(results.keySet().iterator().next());
        }
    }

    private void forget(Job job) {
        Optional.ofNullable(results.remove(job)).ifPresent(result -> kept -= result.size());
    }

    private boolean holds(Result result) {
        Duration age = Duration.ofNanos(nanos.getAsLong() - result.nanos());
        return age.compareTo(result.outcome() instanceof Outcome.Printed ? keep : FAILURES) < 0;
    }
}
