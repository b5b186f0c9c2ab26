package org.perceus.node.internal.pool;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.Test;

public class FreeNumbersTest {
    @Test
    public void givesTheFreeOnesInOrder() {
        FreeNumbers numbers = FreeNumbers.of(3, 8, IntStream.of(3, 5, 7));
        assertEquals(List.of(4, 6), list(numbers));
        numbers = numbers.release(3);
        assertEquals(List.of(3, 4, 6), list(numbers));
    }

    @Test
    public void isEmptyWhenAllAreTaken() {
        FreeNumbers numbers = FreeNumbers.of(0, 1, IntStream.empty()).take(0);
        assertFalse(numbers.iterator().hasNext());
    }

    @Test
    public void staysAsItWas() {
        FreeNumbers all = FreeNumbers.of(0, 5_000, IntStream.empty());
        FreeNumbers less = all;
        for (int i = 0; i < 4_999; i++) {
            less = less.take(i);
        }
        assertEquals(0, all.iterator().nextInt());
        assertEquals(List.of(4_999), list(less));
    }

    @Test
    public void isWhatASetWouldBe() {
        Random random = new Random(11);
        FreeNumbers numbers = FreeNumbers.of(10, 60, IntStream.empty());
        TreeSet<Integer> model = new TreeSet<>(IntStream.range(10, 60).boxed().toList());
        for (int i = 0; i < 5_000; i++) {
            int number = 10 + random.nextInt(50);
            if (random.nextInt(3) > 0) {
                numbers = numbers.take(number);
                model.remove(number);
            } else {
                numbers = numbers.release(number);
                model.add(number);
            }
            assertEquals(model.contains(number), numbers.isFree(number));
            assertEquals(List.copyOf(model), list(numbers));
        }
    }

    @Test(timeout = 30_000)
    public void aMillionAreGivenInTime() {
        int end = 1_000_000;
        FreeNumbers numbers = FreeNumbers.of(0, end, IntStream.empty());
        // one that is never given, as the server's own address is
        for (int i = 1; i < end; i++) {
            PrimitiveIterator.OfInt free = numbers.iterator();
            int first = free.nextInt();
            numbers = numbers.take(first == 0 && i < 1_000 ? free.nextInt() : first);
        }
    }

    private static List<Integer> list(FreeNumbers numbers) {
        List<Integer> list = new ArrayList<>();
        numbers.iterator().forEachRemaining((int number) -> list.add(number));
        return list;
    }
}
