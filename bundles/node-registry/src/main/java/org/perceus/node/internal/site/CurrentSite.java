package org.perceus.node.internal.site;

import org.perceus.node.internal.network.NetworkSet;

/** The site as it is configured now: its parts come from several threads, and all read it without a lock. */
public final class CurrentSite {
    private volatile Site current;

    public CurrentSite(SitePolicy policy) {
        current = new Site(NetworkSet.empty(), policy);
    }

    public Site current() {
        return current;
    }

    public synchronized void networks(NetworkSet networks) {
        current = new Site(networks, current.policy());
    }

    public synchronized void policy(SitePolicy policy) {
        current = new Site(current.networkSet(), policy);
    }
}
