package org.perceus.node.internal.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.perceus.node.Boot;
import org.perceus.node.BootSummary;
import org.perceus.node.MacAddress;

/**
 * What is read at a start. Immutable.
 *
 * @param ended boots that have ended, the oldest of each node first
 * @param underWay boots that have not, with their time-lines: at most one of each node, later than those that ended
 * @param silent nodes that were silent, with the time at which they were last heard of
 */
public record RecentBoots(List<BootSummary> ended, List<Boot> underWay, Map<MacAddress, Instant> silent) {}
