package org.perceus.node.internal.pool;

import java.util.Iterator;
import java.util.OptionalInt;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.perceus.node.Name;

/**
 * The free names of a pattern. Immutable.
 *
 * @param pattern how they look
 * @param numbers which numbers are free
 */
public record NamePool(NamePattern pattern, FreeNumbers numbers) {
    /** Those that are not taken and that a node can have. */
    public static NamePool of(NamePattern pattern, Iterable<Name> taken) {
        IntStream numbers = Stream.concat(
                        StreamSupport.stream(taken.spliterator(), false), NameRules.reserved().stream())
                .map(pattern::number)
                .flatMapToInt(OptionalInt::stream);
        return new NamePool(pattern, FreeNumbers.of(pattern.first(), pattern.end(), numbers));
    }

    public NamePool take(Name name) {
        OptionalInt number = pattern.number(name);
        return number.isPresent() ? new NamePool(pattern, numbers.take(number.getAsInt())) : this;
    }

    public NamePool release(Name name) {
        OptionalInt number = pattern.number(name);
        return number.isEmpty() || NameRules.reserved().contains(name)
                ? this
                : new NamePool(pattern, numbers.release(number.getAsInt()));
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
