package org.perceus.node.internal.pool;

import java.util.Arrays;
import java.util.BitSet;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/**
 * Which numbers of a range are free; the lowest is found without a walk over those taken. Immutable: one that differs in a
 * number shares the rest.
 */
public final class FreeNumbers {
    private static final int PART_BITS = 12;
    private static final int PART = 1 << PART_BITS;

    private final int end;
    /** What is taken, in parts that are never changed; a part that is missing has nothing taken. */
    private final BitSet[] taken;
    /** All below it are taken. */
    private final int lowest;

    private FreeNumbers(int end, BitSet[] taken, int lowest) {
        this.end = end;
        this.taken = taken;
        this.lowest = lowest;
    }

    /**
     * The numbers {@code first} to {@code end - 1}, without those that are taken.
     *
     * @param taken within the range
     */
    public static FreeNumbers of(int first, int end, IntStream taken) {
        BitSet[] parts = new BitSet[((end - 1) >> PART_BITS) + 1];
        taken.forEach(number -> {
            int part = number >> PART_BITS;
            if (parts[part] == null) {
                parts[part] = new BitSet(PART);
            }
            parts[part].set(number & (PART - 1));
        });
        return new FreeNumbers(end, parts, first);
    }

    public FreeNumbers take(int number) {
        return isFree(number) ? with(number, true, number == lowest ? next(number + 1) : lowest) : this;
    }

    public FreeNumbers release(int number) {
        return isFree(number) ? this : with(number, false, Math.min(lowest, number));
    }

    public boolean isFree(int number) {
        BitSet part = taken[number >> PART_BITS];
        return part == null || !part.get(number & (PART - 1));
    }

    /** The free numbers in their order. */
    public PrimitiveIterator.OfInt iterator() {
        return IntStream.iterate(next(lowest), number -> number < end, number -> next(number + 1))
                .iterator();
    }

    private FreeNumbers with(int number, boolean isTaken, int first) {
        BitSet[] parts = Arrays.copyOf(taken, taken.length);
        BitSet old = parts[number >> PART_BITS];
        BitSet part = old == null ? new BitSet(PART) : (BitSet) old.clone();
        part.set(number & (PART - 1), isTaken);
        parts[number >> PART_BITS] = part;
        return new FreeNumbers(end, parts, first);
    }

    /** The lowest free number from one on; the end when there is none. */
    private int next(int from) {
        int number = from;
        while (number < end) {
            int index = number >> PART_BITS;
            if (taken[index] == null) {
                return number;
            }
            int free = taken[index].nextClearBit(number & (PART - 1));
            if (free < PART) {
                return Math.min(end, (index << PART_BITS) + free);
            }
            number = (index + 1) << PART_BITS;
        }
        return end;
    }
}
