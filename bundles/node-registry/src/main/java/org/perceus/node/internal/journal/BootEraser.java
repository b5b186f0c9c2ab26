package org.perceus.node.internal.journal;

import java.util.Collection;
import org.perceus.ledger.store.Work;
import org.perceus.node.MacAddress;

/** Forgets boots together with their nodes. */
public interface BootEraser {
    /** What deletes the boots of nodes; for the store. */
    Work<Void> erasure(Collection<MacAddress> nodes);
}
