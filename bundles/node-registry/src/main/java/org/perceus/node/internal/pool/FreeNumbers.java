package org.perceus.node.internal.pool;

import java.util.BitSet;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/** Which numbers of a range are free; the lowest is found without a walk over those taken. Belongs to one thread. */
public final class FreeNumbers {
    private final int end;
    private final BitSet taken = new BitSet();
    private int lowest;

    /** The numbers {@code first} to {@code end - 1}, all free. */
    public FreeNumbers(int first, int end) {
        this.end = end;
        this.lowest = first;
    }

    public void take(int number) {
        taken.set(number);
    }

    public void release(int number) {
        taken.clear(number);
        lowest = Math.min(lowest, number);
    }

    public boolean isFree(int number) {
        return !taken.get(number);
    }

    /** The free numbers in their order; numbers that are taken meanwhile are left out. */
    public PrimitiveIterator.OfInt iterator() {
        lowest = taken.nextClearBit(lowest);
        return IntStream.iterate(lowest, n -> n < end, n -> taken.nextClearBit(n + 1))
                .iterator();
    }
}
