package org.perceus.module.internal.registry;

import org.perceus.module.ModuleFailure;
import org.perceus.module.ModuleLease;

/**
 * A lease on a bound module.
 *
 * @param <T> type of the module's service
 */
public final class Lease<T> implements ModuleLease<T> {
    private final BoundModule<T> module;

    Lease(BoundModule<T> module) {
        this.module = module;
    }

    @Override
    public BoundModule<T> module() {
        return module;
    }

    /** The module's service, for who calls it on a thread of its own and gives the lease back after. */
    public T service() {
        return module.service();
    }

    @Override
    public <R> R call(Call<T, R> call) throws ModuleFailure {
        return module.caller().call(this, call);
    }

    @Override
    public void close() {
        module.giveBack();
    }
}
