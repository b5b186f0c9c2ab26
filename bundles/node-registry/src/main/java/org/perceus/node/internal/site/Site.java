package org.perceus.node.internal.site;

import org.perceus.node.internal.network.NetworkSet;

/**
 * What the configuration says of the site. Immutable.
 *
 * @param networkSet its networks
 * @param policy what holds for all nodes
 */
public record Site(NetworkSet networkSet, SitePolicy policy) {}
