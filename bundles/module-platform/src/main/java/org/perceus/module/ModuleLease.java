package org.perceus.module;

import org.osgi.annotation.versioning.ProviderType;
import org.perceus.provisioning.spi.ProvisioningException;

/**
 * The right to call a module once: while it is held the module's component stays active. For one thread; either called or
 * closed, once.
 *
 * @param <T> type of the module's service
 */
@ProviderType
public interface ModuleLease<T> extends AutoCloseable {
    /**
     * What is asked of a module.
     *
     * @param <T> type of its service
     * @param <R> what it gives
     */
    @FunctionalInterface
    interface Call<T, R> {
        /** Calls the module. */
        R on(T module) throws ProvisioningException;
    }

    /** The module that is leased. */
    PresentModule<T> module();

    /**
     * Calls the module on a thread of its own, with its class loader as context, for as long as the configuration allows.
     * The lease is given back when the module's code has ended, which is after this returns if it hangs.
     *
     * @throws ModuleFailure when the module refuses, throws, gives nothing, takes too long, or cannot be called now;
     *     what is the module's fault is counted on it, a refusal by a {@link ProvisioningException} is not
     */
    <R> R call(Call<T, R> call) throws ModuleFailure;

    /** Gives it back without a call. */
    @Override
    void close();
}
