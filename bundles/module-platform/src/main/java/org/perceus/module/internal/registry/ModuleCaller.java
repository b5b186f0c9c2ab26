package org.perceus.module.internal.registry;

import java.time.Duration;
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
import org.perceus.module.OneLine;
import org.perceus.provisioning.spi.ProvisioningException;

/** Calls modules under a time limit, and turns whatever goes wrong in them into one sentence. Thread-safe. */
final class ModuleCaller {
    private record Outcome<R>(R result, String refusal, String failure) {}

    private final ExecutorService executor;
    private final Supplier<Duration> limit;

    /**
     * @param executor runs the modules' code; its bound is the number of calls that may hang at once
     * @param limit how long a call that begins now may take
     */
    ModuleCaller(ExecutorService executor, Supplier<Duration> limit) {
        this.executor = executor;
        this.limit = limit;
    }

    /** As {@link org.perceus.module.ModuleLease#call} says, on a thread of the executor. */
    <T, R> R call(Lease<T> lease, Call<T, R> call) throws ModuleFailure {
        BoundModule<T> module = lease.module();
        enter(lease);
        try {
            Outcome<R> outcome = await(submit(lease, call), module);
            if (!outcome.refusal().isEmpty()) {
                throw new ModuleFailure(sentence(module, outcome.refusal()));
            }
            if (!outcome.failure().isEmpty()) {
                throw failure(module, outcome.failure());
            }
            return outcome.result();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call of a module has an outcome whatever it throws", e);
        } catch (RejectedExecutionException e) {
            leave(lease);
            throw new ModuleFailure(sentence(module, "was not called, as too many calls of modules hang"));
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

    private <T, R> Future<Outcome<R>> submit(Lease<T> lease, Call<T, R> call) {
        FutureTask<Outcome<R>> task = new FutureTask<>(() -> outcome(lease.service(), call));
        executor.execute(() -> {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(lease.service().getClass().getClassLoader());
            try {
                task.run();
            } finally {
                thread.setContextClassLoader(before);
                leave(lease);
            }
        });
        return task;
    }

    private <R> R await(Future<R> result, BoundModule<?> module) throws ModuleFailure, ExecutionException {
        long most = limit.get().toMillis();
        try {
            return result.get(most, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw failure(module, "took longer than " + most + " ms");
        } catch (InterruptedException e) {
            result.cancel(true);
            throw interrupted();
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
