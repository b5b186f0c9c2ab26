package org.perceus.node.internal.archive;

import java.util.List;
import org.perceus.node.BootEvent;
import org.perceus.node.BootSummary;

/**
 * What is to be written of a boot. Immutable.
 *
 * @param summary the boot in short
 * @param first the number of the first event that is not on disk as it is; 0 when nothing of the boot is
 * @param events that one and all later ones
 * @param proven whether its machine has proved that it ran it
 */
public record BootWrite(BootSummary summary, int first, List<BootEvent> events, boolean proven) {
    /** Copies the events. */
    public BootWrite {
        events = List.copyOf(events);
    }
}
