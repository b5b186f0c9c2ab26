package org.perceus.shell.internal.site;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.perceus.shell.internal.screen.CommandFailure;

/** A part of the site that comes and goes. Thread-safe. */
final class Part<T> {
    private final String name;
    private final AtomicReference<T> service = new AtomicReference<>();

    Part(String name) {
        this.name = name;
    }

    void bind(T bound) {
        service.set(bound);
    }

    /** Leaves alone a replacement that was bound first. */
    void unbind(T gone) {
        service.compareAndSet(gone, null);
    }

    Optional<T> find() {
        return Optional.ofNullable(service.get());
    }

    T get() {
        return find().orElseThrow(() ->
                new CommandFailure("the " + name + " is not running: the container's log (data/log) says why"));
    }
}
