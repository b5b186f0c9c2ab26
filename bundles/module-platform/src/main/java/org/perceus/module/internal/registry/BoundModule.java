package org.perceus.module.internal.registry;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.perceus.module.ModuleIdentity;
import org.perceus.module.ModuleInfo;
import org.perceus.module.ModuleLease;
import org.perceus.module.PresentModule;

/**
 * A module that is present, with the count of those who use it. Thread-safe.
 *
 * <p>A phaser counts the leases: once the owner has left it too, it terminates when the last lease is given back, and no
 * new one can be had.
 *
 * @param <T> type of the module's service
 */
public final class BoundModule<T> implements PresentModule<T> {
    private static final int CALLS_AT_ONCE = 8;
    private static final Duration STILL = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final T service;
    private final ModuleIdentity identity;
    private final ModuleCaller caller;
    private final Phaser leases = new Phaser(1);
    private final CallGate calls = new CallGate(CALLS_AT_ONCE, STILL, LONGEST_WAIT);
    private volatile boolean closing;
    private volatile boolean abandoned;
    private final AtomicLong failures = new AtomicLong();
    private volatile String lastFailure = "";

    BoundModule(T service, ModuleIdentity identity, ModuleCaller caller) {
        this.service = service;
        this.identity = identity;
        this.caller = caller;
    }

    @Override
    public ModuleIdentity identity() {
        return identity;
    }

    /** As {@link #lease}, with the service in reach. */
    public Optional<Lease<T>> open() {
        // The phaser alone lets newcomers in for as long as an old lease is out.
        return closing || leases.register() < 0 ? Optional.empty() : Optional.of(new Lease<>(this));
    }

    @Override
    public Optional<ModuleLease<T>> lease() {
        return open().map(lease -> lease);
    }

    /** The module's service, for the holder of a lease. */
    T service() {
        return service;
    }

    /** What calls it. */
    ModuleCaller caller() {
        return caller;
    }

    void giveBack() {
        leases.arriveAndDeregister();
    }

    /** Its calls under way: bounded, so a module that hangs does not take the threads of all others. */
    CallGate calls() {
        return calls;
    }

    /** Whether its component may be deactivated although leases are out, so that it must not be called any more. */
    boolean isAbandoned() {
        return abandoned;
    }

    // Keeps its text only, as an exception object would pin the module's class loader.
    @Override
    public void failed(String sentence) {
        failures.incrementAndGet();
        lastFailure = sentence;
    }

    /**
     * Gives out no more leases, and waits until those that are out have been given back.
     *
     * @return whether all came back in time
     */
    boolean closeAndDrain(Duration limit) throws InterruptedException {
        closing = true;
        int phase = leases.arriveAndDeregister();
        try {
            leases.awaitAdvanceInterruptibly(phase, limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            abandoned = true;
            return false;
        } catch (InterruptedException e) {
            abandoned = true;
            throw e;
        }
    }

    ModuleInfo info(ModuleInfo.Status status) {
        return new ModuleInfo(
                identity.name(),
                Optional.of(identity.kind()),
                identity.order(),
                identity.bundle(),
                identity.version(),
                status,
                "",
                Optional.empty(),
                failures.get(),
                lastFailure);
    }
}
