package org.perceus.provisioning.internal.module;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.perceus.provisioning.internal.OneLine;
import org.perceus.provisioning.spi.ProvisioningException;

/** Calls modules under a time limit, and turns whatever goes wrong in them into one sentence. Thread-safe. */
public final class ModuleCaller {
    /**
     * What is asked of a module.
     *
     * @param <T> type of its service
     * @param <R> what it gives
     */
    @FunctionalInterface
    public interface Call<T, R> {
        /** Calls the module. */
        R on(T module) throws ProvisioningException;
    }

    private record Outcome<R>(R result, String refusal, String failure) {}

    private final ExecutorService executor;
    private final Duration limit;

    /**
     * @param executor runs the modules' code; its bound is the number of calls that may hang at once
     * @param limit how long a call may take
     */
    public ModuleCaller(ExecutorService executor, Duration limit) {
        this.executor = executor;
        this.limit = limit;
    }

    /**
     * Calls a module on a thread of the executor, with the module's class loader as context. The lease is given back
     * when the module's code has ended, which is after this returns if it hangs.
     *
     * @throws ModuleFailure when the module refuses, throws, gives nothing, takes too long, or cannot be called now;
     *     what is the module's fault is counted on it, a refusal by a {@link ProvisioningException} is not
     */
    public <T, R> R call(Lease<T> lease, Call<T, R> call) throws ModuleFailure {
        ModuleSlot<T> slot = lease.slot();
        enter(lease);
        try {
            Outcome<R> outcome = await(submit(lease, call), slot);
            if (!outcome.refusal().isEmpty()) {
                throw new ModuleFailure(sentence(slot, outcome.refusal()));
            }
            if (!outcome.failure().isEmpty()) {
                throw failure(slot, outcome.failure());
            }
            return outcome.result();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call of a module has an outcome whatever it throws", e);
        } catch (RejectedExecutionException e) {
            leave(lease);
            throw new ModuleFailure(sentence(slot, "was not called, as too many calls of modules hang"));
        }
    }

    /** Made on the module's thread, as asking its exception for a message runs the module's code too. */
    private static <T, R> Outcome<R> outcome(T module, Call<T, R> call) {
        try {
            R result = call.on(module);
            return new Outcome<>(result, "", result == null ? "gave nothing" : "");
        } catch (ProvisioningException e) {
            return new Outcome<>(null, "says: " + OneLine.of(e, true), "");
        } catch (Throwable e) {
            return new Outcome<>(null, "", "failed with " + OneLine.of(e, false));
        }
    }

    private void enter(Lease<?> lease) throws ModuleFailure {
        ModuleSlot<?> slot = lease.slot();
        try {
            if (!slot.calls().enter()) {
                lease.close();
                throw new ModuleFailure(sentence(slot, "was not called, as too many calls of it are under way"));
            }
        } catch (InterruptedException e) {
            lease.close();
            throw interrupted();
        }
        if (slot.isAbandoned()) {
            leave(lease);
            throw new ModuleFailure(sentence(slot, "was replaced meanwhile"));
        }
    }

    private static void leave(Lease<?> lease) {
        lease.slot().calls().leave();
        lease.close();
    }

    private <T, R> Future<Outcome<R>> submit(Lease<T> lease, Call<T, R> call) {
        FutureTask<Outcome<R>> task = new FutureTask<>(() -> outcome(lease.module(), call));
        executor.execute(() -> {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(lease.module().getClass().getClassLoader());
            try {
                task.run();
            } finally {
                thread.setContextClassLoader(before);
                leave(lease);
            }
        });
        return task;
    }

    private <R> R await(Future<R> result, ModuleSlot<?> slot) throws ModuleFailure, ExecutionException {
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw failure(slot, "took longer than " + limit.toMillis() + " ms");
        } catch (InterruptedException e) {
            result.cancel(true);
            throw interrupted();
        }
    }

    private static ModuleFailure interrupted() {
        Thread.currentThread().interrupt();
        return new ModuleFailure("the engine is stopping");
    }

    private static ModuleFailure failure(ModuleSlot<?> slot, String what) {
        String sentence = sentence(slot, what);
        slot.failed(sentence);
        return new ModuleFailure(sentence);
    }

    private static String sentence(ModuleSlot<?> slot, String what) {
        return "module " + slot.identity().name() + " " + what;
    }
}
