package org.perceus.node.internal.registry;

/** The newest snapshot: made by several threads from their parts, read by all without a lock. */
final class Published {
    private volatile Snapshot current;

    Published(SitePolicy policy) {
        current = new Snapshot(NodeIndex.empty(), NetworkSet.empty(), policy);
    }

    Snapshot current() {
        return current;
    }

    synchronized void nodes(NodeIndex index) {
        current = new Snapshot(index, current.networkSet(), current.policy());
    }

    synchronized void networks(NetworkSet networks) {
        current = new Snapshot(current.index(), networks, current.policy());
    }

    synchronized void policy(SitePolicy policy) {
        current = new Snapshot(current.index(), current.networkSet(), policy);
    }
}
