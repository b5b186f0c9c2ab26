package org.perceus.node.internal.journal;

import java.util.Collection;
import org.perceus.node.MacAddress;
import org.perceus.node.internal.store.Work;

/** Forgets boots together with their nodes. */
public interface BootEraser {
    /** What deletes the boots of nodes; a part of another work, which calls it. */
    Work<Void> erasure(Collection<MacAddress> nodes);
}
