package org.perceus.administration;

import java.util.List;
import org.perceus.node.MacAddress;

/** Which nodes a deed is meant for. Immutable. */
public sealed interface NodeTarget {
    /**
     * Those that words name: names, globs, ranges, MACs, groups.
     *
     * @param words at least one
     * @param existing whether to take those nodes of a range that are there; else a range with missing nodes is refused
     */
    record Named(List<String> words, boolean existing) implements NodeTarget {
        /** Copies the words. */
        public Named {
            words = List.copyOf(words);
        }
    }

    /** These and no others, such as an administrator has seen them in a dry run. */
    record Exact(List<MacAddress> macs) implements NodeTarget {
        /** Copies the list. */
        public Exact {
            macs = List.copyOf(macs);
        }
    }
}
