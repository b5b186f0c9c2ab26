package org.perceus.provisioning.internal.module;

/**
 * The right to call a module: while it is held the module's component stays active. For one thread, closed once.
 *
 * @param <T> type of the module's service
 */
public final class Lease<T> implements AutoCloseable {
    private final ModuleSlot<T> slot;

    Lease(ModuleSlot<T> slot) {
        this.slot = slot;
    }

    /** The module's service. */
    public T module() {
        return slot.module();
    }

    /** The module that is leased. */
    public ModuleSlot<T> slot() {
        return slot;
    }

    @Override
    public void close() {
        slot.giveBack();
    }
}
