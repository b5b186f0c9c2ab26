package org.perceus.node.internal.journal;

import java.util.Collection;
import org.perceus.node.MacAddress;

/** Forgets boots. Thread-safe. */
public interface BootEraser {
    /** Forgets the boots of nodes that are there no more: in memory at once, on disk as soon as it takes that. */
    void forget(Collection<MacAddress> nodes);
}
