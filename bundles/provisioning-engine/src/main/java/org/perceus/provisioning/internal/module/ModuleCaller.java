package org.perceus.provisioning.internal.module;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
     * @throws ModuleFailure when the module refuses, throws, gives nothing, or takes too long; all but a refusal by a
     *     {@link ProvisioningException} are counted on the module
     */
    public <T, R> R call(Lease<T> lease, Call<T, R> call) throws ModuleFailure {
        ModuleSlot<T> slot = lease.slot();
        try {
            R result = await(submit(lease, call), slot);
            if (result == null) {
                throw failure(slot, "gave nothing");
            }
            return result;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ProvisioningException expected
                    ? new ModuleFailure("module " + slot.identity().name() + " says: " + expected.getMessage())
                    : failure(slot, "failed with " + e.getCause());
        } catch (RejectedExecutionException e) {
            lease.close();
            throw failure(slot, "was not called, as too many calls of modules hang");
        }
    }

    private <T, R> Future<R> submit(Lease<T> lease, Call<T, R> call) {
        FutureTask<R> task = new FutureTask<>(() -> call.on(lease.module()));
        executor.execute(() -> {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(lease.module().getClass().getClassLoader());
            try (lease) {
                task.run();
            } finally {
                thread.setContextClassLoader(before);
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
            Thread.currentThread().interrupt();
            throw new ModuleFailure("the engine is stopping");
        }
    }

    private static ModuleFailure failure(ModuleSlot<?> slot, String what) {
        String sentence = "module " + slot.identity().name() + " " + what;
        slot.failed(sentence);
        return new ModuleFailure(sentence);
    }
}
