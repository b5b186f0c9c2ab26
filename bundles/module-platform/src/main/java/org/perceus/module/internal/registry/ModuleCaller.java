package org.perceus.module.internal.registry;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.perceus.module.ModuleFailure;
import org.perceus.module.ModuleLease.Call;
import org.perceus.module.ModuleRegistry.Calls;
import org.perceus.module.OneLine;
import org.perceus.provisioning.spi.ProvisioningException;

/** Calls modules under a time limit, and turns whatever goes wrong in them into one sentence. Thread-safe. */
final class ModuleCaller {
    private record Outcome<R>(R result, String refusal, String failure) {}

    private record Together<R>(R result, Optional<ModuleFailure> failure) {}

    private final ExecutorService executor;
    private final Supplier<Duration> limit;

    /** What the thread that calls is for, where it was given to several calls. */
    private final ThreadLocal<CallSeries> series = new ThreadLocal<>();

    /**
     * @param executor runs the modules' code; its bound is the number of calls that may hang at once
     * @param limit how long a call that begins now may take
     */
    ModuleCaller(ExecutorService executor, Supplier<Duration> limit) {
        this.executor = executor;
        this.limit = limit;
    }

    /** As {@link org.perceus.module.ModuleLease#call} says. */
    <T, R> R call(Lease<T> lease, Call<T, R> call) throws ModuleFailure {
        enter(lease);
        CallSeries mine = series.get();
        if (mine != null) {
            return result(lease.module(), run(mine, lease, call));
        }
        CallSeries one = new CallSeries(System::nanoTime);
        try {
            return result(lease.module(), await(submit(() -> run(one, lease, call)), one));
        } catch (RejectedExecutionException e) {
            leave(lease);
            throw new ModuleFailure(sentence(lease.module(), "was not called, as too many calls of modules hang"));
        }
    }

    /** As {@link org.perceus.module.ModuleRegistry#together} says. */
    <R> R together(Calls<R> calls) throws ModuleFailure {
        if (series.get() != null) {
            return calls.make();
        }
        CallSeries all = new CallSeries(System::nanoTime);
        try {
            Together<R> made = await(submit(() -> together(all, calls)), all);
            if (made.failure().isPresent()) {
                throw made.failure().get();
            }
            return made.result();
        } catch (RejectedExecutionException e) {
            throw new ModuleFailure("no module was called, as too many calls of modules hang");
        }
    }

    private <R> Together<R> together(CallSeries all, Calls<R> calls) {
        series.set(all);
        try {
            return new Together<>(calls.make(), Optional.empty());
        } catch (ModuleFailure e) {
            return new Together<>(null, Optional.of(e));
        } finally {
            series.remove();
        }
    }

    private <T> Future<T> submit(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        executor.execute(task);
        return task;
    }

    private static <R> R result(BoundModule<?> module, Outcome<R> outcome) throws ModuleFailure {
        if (!outcome.refusal().isEmpty()) {
            throw new ModuleFailure(sentence(module, outcome.refusal()));
        }
        if (!outcome.failure().isEmpty()) {
            throw failure(module, outcome.failure());
        }
        return outcome.result();
    }

    /** On the thread that is given to the module. */
    private static <T, R> Outcome<R> run(CallSeries series, Lease<T> lease, Call<T, R> call) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            series.begin(lease.module());
            thread.setContextClassLoader(lease.service().getClass().getClassLoader());
            Outcome<R> outcome = outcome(lease.service(), call);
            series.end();
            return outcome;
        } finally {
            thread.setContextClassLoader(before);
            leave(lease);
        }
    }

    /** Made on the module's thread, as asking its exception for a message runs the module's code too. */
    private static <T, R> Outcome<R> outcome(T service, Call<T, R> call) {
        try {
            R result = call.on(service);
            return new Outcome<>(result, "", result == null ? "gave nothing" : "");
        } catch (ProvisioningException e) {
            return new Outcome<>(null, "says: " + OneLine.of(e, true), "");
        } catch (Throwable e) {
            return new Outcome<>(null, "", "failed with " + OneLine.of(e, false));
        }
    }

    private void enter(Lease<?> lease) throws ModuleFailure {
        BoundModule<?> module = lease.module();
        try {
            if (!module.calls().enter()) {
                lease.close();
                throw new ModuleFailure(sentence(module, "was not called, as too many calls of it are under way"));
            }
        } catch (InterruptedException e) {
            lease.close();
            throw interrupted();
        }
        if (module.isAbandoned()) {
            leave(lease);
            throw new ModuleFailure(sentence(module, "was replaced meanwhile"));
        }
    }

    private static void leave(Lease<?> lease) {
        lease.module().calls().leave();
        lease.close();
    }

    private <R> R await(Future<R> result, CallSeries calls) throws ModuleFailure {
        try {
            while (true) {
                Duration most = limit.get();
                try {
                    return result.get(Math.max(1, calls.left(most).toMillis()), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    Optional<BoundModule<?>> late = calls.giveUp(most);
                    if (late.isPresent()) {
                        result.cancel(true);
                        throw failure(late.get(), "took longer than " + most.toMillis() + " ms");
                    }
                }
            }
        } catch (InterruptedException e) {
            calls.abandon();
            result.cancel(true);
            throw interrupted();
        } catch (ExecutionException e) {
            throw new IllegalStateException("what is called on a module's thread has an outcome whatever it throws", e);
        }
    }

    private static ModuleFailure interrupted() {
        Thread.currentThread().interrupt();
        return new ModuleFailure("the module platform is stopping");
    }

    private static ModuleFailure failure(BoundModule<?> module, String what) {
        String sentence = sentence(module, what);
        module.failed(sentence);
        return new ModuleFailure(sentence);
    }

    private static String sentence(BoundModule<?> module, String what) {
        return "module " + module.identity().name() + " " + what;
    }
}
