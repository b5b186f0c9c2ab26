package org.perceus.node.internal.state;

import org.perceus.node.internal.network.NetworkSet;
import org.perceus.node.internal.site.SitePolicy;

/** The newest snapshot: made by several threads from their parts, read by all without a lock. */
public final class Published {
    private volatile Snapshot current;

    public Published(SitePolicy policy) {
        current = new Snapshot(NodeIndex.empty(), NetworkSet.empty(), policy);
    }

    public Snapshot current() {
        return current;
    }

    public synchronized void nodes(NodeIndex index) {
        current = new Snapshot(index, current.networkSet(), current.policy());
    }

    public synchronized void networks(NetworkSet networks) {
        current = new Snapshot(current.index(), networks, current.policy());
    }

    public synchronized void policy(SitePolicy policy) {
        current = new Snapshot(current.index(), current.networkSet(), policy);
    }
}
