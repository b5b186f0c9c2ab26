package org.perceus.shell.internal.boot;

import java.util.Set;
import org.perceus.node.Boot;
import org.perceus.node.MacAddress;

/** Which boots to follow. */
public sealed interface FollowTarget {
    /** How many boots. */
    int count();

    /**
     * Whether a boot may be one of them.
     *
     * @param begunMillis when following began, in milliseconds since 1970-01-01T00:00Z
     */
    boolean matches(Boot boot, long begunMillis);

    /**
     * The boot that is under way of each node, or else its next.
     *
     * @param macs the nodes
     */
    record Nodes(Set<MacAddress> macs) implements FollowTarget {
        /** Copies the set. */
        public Nodes {
            macs = Set.copyOf(macs);
        }

        @Override
        public int count() {
            return macs.size();
        }

        @Override
        public boolean matches(Boot boot, long begunMillis) {
            return macs.contains(boot.id().mac());
        }
    }

    /**
     * The next boots that begin, of whichever nodes.
     *
     * @param count how many
     */
    record NewBoots(int count) implements FollowTarget {
        @Override
        public boolean matches(Boot boot, long begunMillis) {
            return boot.id().startedMillis() >= begunMillis;
        }
    }
}
