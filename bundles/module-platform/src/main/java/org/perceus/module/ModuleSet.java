package org.perceus.module;

import java.util.List;
import java.util.Optional;

/**
 * The modules of one kind at one moment, by name, the preferred one of a name first. Immutable.
 *
 * @param <T> type of the modules' service
 * @param modules the modules
 */
public record ModuleSet<T>(List<PresentModule<T>> modules) {
    /** Copies the list. */
    public ModuleSet {
        modules = List.copyOf(modules);
    }

    /** The module that nodes get by a name. */
    public Optional<PresentModule<T>> find(String name) {
        return modules.stream()
                .filter(module -> module.identity().name().equals(name))
                .findFirst();
    }

    /** Those that nodes get: of each name the preferred one. */
    public List<PresentModule<T>> preferred() {
        return modules.stream()
                .filter(module -> find(module.identity().name()).equals(Optional.of(module)))
                .toList();
    }
}
