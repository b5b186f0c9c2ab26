package org.perceus.boot.internal.limit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Random;
import org.junit.Test;

/** Who has most, as things are given and taken back. */
public class FairShareTest {
    private final FairShare<Object> shares = new FairShare<>();
    private final InetAddress one = address(1);
    private final InetAddress other = address(2);

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private FairShare.Share<Object> largest() {
        return shares.largestFirst().findFirst().orElseThrow();
    }

    @Test
    public void knowsWhoHasMost() {
        shares.give(one, "a", 1);
        shares.give(one, "b", 1);
        shares.give(other, "c", 5);
        assertEquals(List.of("c"), List.copyOf(largest().holders()));
        shares.give(one, "a", 9);
        assertEquals(List.of("a", "b"), List.copyOf(largest().holders()));
        assertEquals(11, shares.of(one));
        assertEquals(16, shares.total());
        shares.takeBack(one, "a");
        assertEquals(5, largest().size());
        assertEquals(6, shares.total());
    }

    @Test
    public void takesBackWhatWasNeverGiven() {
        shares.takeBack(one, "a");
        shares.give(one, "a", 2);
        shares.takeBack(one, "b");
        shares.takeBack(other, "a");
        assertEquals(2, shares.total());
        shares.takeBack(one, "a");
        assertEquals(0, shares.total());
        assertTrue(shares.largestFirst().findAny().isEmpty());
    }

    @Test
    public void agreesWithACount() {
        Random random = new Random(4);
        long[] sizes = new long[10];
        for (int i = 0; i < 10_000; i++) {
            int sender = random.nextInt(sizes.length);
            Integer holder = 100 * sender + random.nextInt(3);
            if (random.nextInt(4) == 0) {
                shares.takeBack(address(sender), holder);
            } else {
                shares.give(address(sender), holder, random.nextInt(5));
            }
            sizes[sender] = shares.of(address(sender));
            long most = java.util.Arrays.stream(sizes).max().orElseThrow();
            assertEquals(
                    most,
                    shares.largestFirst()
                            .mapToLong(FairShare.Share::size)
                            .findFirst()
                            .orElse(0));
            assertEquals(java.util.Arrays.stream(sizes).sum(), shares.total());
        }
    }
}
