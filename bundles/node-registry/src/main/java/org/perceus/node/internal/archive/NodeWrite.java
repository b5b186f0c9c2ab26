package org.perceus.node.internal.archive;

import java.util.List;
import org.perceus.node.MacAddress;

/**
 * What is to be written of a node. Immutable.
 *
 * @param mac the node
 * @param boots its boots that are not on disk as they are, oldest first
 * @param recent when the oldest boot began that is read at the next start, in milliseconds since 1970-01-01T00:00Z
 * @param keep how many of its boots are kept
 */
public record NodeWrite(MacAddress mac, List<BootWrite> boots, long recent, int keep) {
    /** Copies the boots. */
    public NodeWrite {
        boots = List.copyOf(boots);
    }
}
