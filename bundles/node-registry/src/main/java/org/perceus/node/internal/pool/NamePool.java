package org.perceus.node.internal.pool;

import java.util.Collection;
import java.util.Iterator;
import java.util.PrimitiveIterator;
import org.perceus.node.Name;

/** The free names of a pattern. Belongs to one thread. */
public final class NamePool {
    private final NamePattern pattern;
    private final FreeNumbers numbers;

    public NamePool(NamePattern pattern, Collection<Name> taken) {
        this.pattern = pattern;
        this.numbers = new FreeNumbers(pattern.first(), pattern.end());
        taken.forEach(this::take);
        NameRules.reserved().forEach(this::take);
    }

    public boolean isOf(NamePattern other) {
        return pattern.equals(other);
    }

    public void take(Name name) {
        pattern.number(name).ifPresent(numbers::take);
    }

    public void release(Name name) {
        if (!NameRules.reserved().contains(name)) {
            pattern.number(name).ifPresent(numbers::release);
        }
    }

    /** The free names in the order of their numbers. */
    public Iterator<Name> free() {
        PrimitiveIterator.OfInt free = numbers.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return free.hasNext();
            }

            @Override
            public Name next() {
                return pattern.name(free.nextInt());
            }
        };
    }
}
