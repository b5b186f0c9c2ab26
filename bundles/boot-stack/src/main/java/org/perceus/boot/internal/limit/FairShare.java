package org.perceus.boot.internal.limit;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who holds how much of something scarce, by sender: whoever holds most is the one to take it from. Every call costs a
 * logarithm of the number of senders. Not thread-safe.
 *
 * @param <H> what holds a part of it, told apart by identity
 */
public final class FairShare<H> {
    private final Map<InetAddress, Share<H>> shares = new HashMap<>();
    private final TreeSet<Share<H>> bySize = new TreeSet<>(
            Comparator.comparingLong((Share<H> share) -> -share.size).thenComparingLong(share -> share.serial));
    private long serial;
    private long total;

    /** What one sender holds. */
    public static final class Share<H> {
        private final long serial;
        private final Map<H, Long> holders = new LinkedHashMap<>();
        private long size;

        private Share(long serial) {
            this.serial = serial;
        }

        /** How much it is together. */
        public long size() {
            return size;
        }

        /** Those who hold it, longest first. */
        public Set<H> holders() {
            return holders.keySet();
        }
    }

    /** Gives a holder some, or some more. */
    public void give(InetAddress sender, H holder, long amount) {
        Share<H> share = shares.computeIfAbsent(sender, key -> new Share<>(serial++));
        bySize.remove(share);
        share.holders.merge(holder, amount, Long::sum);
        share.size += amount;
        total += amount;
        bySize.add(share);
    }

    /**
     * Takes everything back that a holder has.
     *
     * @return how much that was
     */
    public long takeBack(InetAddress sender, H holder) {
        Share<H> share = shares.get(sender);
        if (share == null || !share.holders.containsKey(holder)) {
            return 0;
        }
        bySize.remove(share);
        long amount = share.holders.remove(holder);
        share.size -= amount;
        total -= amount;
        if (share.holders.isEmpty()) {
            shares.remove(sender);
        } else {
            bySize.add(share);
        }
        return amount;
    }

    /** What all hold together. */
    public long total() {
        return total;
    }

    /** What one sender holds. */
    public long of(InetAddress sender) {
        Share<H> share = shares.get(sender);
        return share == null ? 0 : share.size;
    }

    /** The holders of one sender, longest first. */
    public Set<H> holders(InetAddress sender) {
        Share<H> share = shares.get(sender);
        return share == null ? Set.of() : share.holders();
    }

    /** All holders. */
    public Stream<H> all() {
        return shares.values().stream().flatMap(share -> share.holders().stream());
    }

    /** The shares of all senders, largest first. */
    public Stream<Share<H>> largestFirst() {
        return bySize.stream();
    }
}
