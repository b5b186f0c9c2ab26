package org.perceus.boot.internal.dns.forward;

import java.util.List;
import java.util.stream.IntStream;

/** The resolvers of a server, that first which answered last. Used by one thread. */
final class Resolvers {
    /** Two seconds each: clients wait for five (resolv.conf(5)). */
    private static final int MOST_ATTEMPTS = 2;

    private final List<Resolver> all;
    private int first;

    Resolvers(List<Resolver> all) {
        this.all = List.copyOf(all);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whom to ask, in this order; a single one is asked again. */
    List<Resolver> attempts() {
        return IntStream.range(0, MOST_ATTEMPTS)
                .mapToObj(index -> all.get((first + index) % all.size()))
                .toList();
    }

    /** One did not answer: whoever is asked next is another. */
    void silent(Resolver resolver) {
        if (all.get(first).equals(resolver)) {
            first = (first + 1) % all.size();
        }
    }
}
