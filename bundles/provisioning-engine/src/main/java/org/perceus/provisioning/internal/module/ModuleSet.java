package org.perceus.provisioning.internal.module;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The modules of one kind at one moment, the preferred one of a name first. Immutable.
 *
 * @param <T> type of the modules' service
 * @param slots the modules in the order of preference
 */
public record ModuleSet<T>(List<ModuleSlot<T>> slots) {
    /** Copies the list. */
    public ModuleSet {
        slots = List.copyOf(slots);
    }

    /** The module that nodes get by a name. */
    public Optional<ModuleSlot<T>> find(String name) {
        return slots.stream()
                .filter(slot -> slot.identity().name().equals(name))
                .findFirst();
    }

    ModuleSet<T> with(ModuleSlot<T> slot) {
        List<ModuleSlot<T>> all = new ArrayList<>(slots);
        all.add(slot);
        all.sort(Comparator.comparing(ModuleSlot::identity));
        return new ModuleSet<>(all);
    }

    ModuleSet<T> without(ModuleSlot<T> slot) {
        return new ModuleSet<>(slots.stream().filter(other -> other != slot).toList());
    }
}
