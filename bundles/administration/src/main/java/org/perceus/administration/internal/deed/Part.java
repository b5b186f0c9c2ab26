package org.perceus.administration.internal.deed;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A part of Perceus that comes and goes. Thread-safe.
 *
 * @param <T> its service
 */
public final class Part<T> {
    private final String name;
    private final AtomicReference<T> service = new AtomicReference<>();

    /** @param name what it is called in sentences */
    public Part(String name) {
        this.name = name;
    }

    /** It came. */
    public void bind(T bound) {
        service.set(bound);
    }

    /** It goes; leaves alone a replacement that was bound first. */
    public void unbind(T gone) {
        service.compareAndSet(gone, null);
    }

    /** The part, if it is running. */
    public Optional<T> find() {
        return Optional.ofNullable(service.get());
    }

    /** @throws MissingPartException when it is not running */
    public T get() {
        return find().orElseThrow(() -> new MissingPartException(name));
    }
}
