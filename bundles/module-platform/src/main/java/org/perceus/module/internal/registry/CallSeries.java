package org.perceus.module.internal.registry;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Calls of modules that are made one after the other on one thread, while another waits for what comes of all and gives up
 * when one of them takes too long. Thread-safe.
 */
final class CallSeries {
    private final LongSupplier nanoTime;
    private final AtomicReference<State> state = new AtomicReference<>(new Between());

    private sealed interface State {}

    /** No module is being called. */
    private record Between() implements State {}

    private record Calling(BoundModule<?> module, long since) implements State {}

    private record Over() implements State {}

    /** Ends a series that nobody waits for any more. */
    static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned() {
            super("nobody waits for these calls of modules any more", null, false, false);
        }
    }

    CallSeries(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A call begins, on the thread of the series. */
    void begin(BoundModule<?> module) {
        change(state.get(), new Calling(module, nanoTime.getAsLong()));
    }

    /** The module's code has ended. */
    void end() {
        change(state.get(), new Between());
    }

    private void change(State from, State to) {
        if (from instanceof Over || !state.compareAndSet(from, to)) {
            throw new Abandoned();
        }
    }

    /**
     * How long the call that is under way may still take.
     *
     * @param limit how long each call may take
     */
    Duration left(Duration limit) {
        return state.get() instanceof Calling calling ? limit.minus(age(calling)) : limit;
    }

    /** Gives up when the call that is under way has taken too long: returns which module it is then. */
    Optional<BoundModule<?>> giveUp(Duration limit) {
        return state.get() instanceof Calling calling
                        && age(calling).compareTo(limit) >= 0
                        && state.compareAndSet(calling, new Over())
                ? Optional.of(calling.module())
                : Optional.empty();
    }

    private Duration age(Calling calling) {
        return Duration.ofNanos(nanoTime.getAsLong() - calling.since());
    }

    /** Nobody waits any more. */
    void abandon() {
        state.set(new Over());
    }
}
