package org.perceus.node;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One attempt of one node. Immutable.
 *
 * @param id names it
 * @param events its time-line, oldest first; never empty
 * @param ended when it became ready or failed, or was superseded by the node's next boot
 */
public record Boot(BootId id, List<BootEvent> events, Optional<Instant> ended) {
    /** Copies the events. */
    public Boot {
        events = List.copyOf(events);
    }

    /** The newest event. */
    public BootEvent last() {
        return events.get(events.size() - 1);
    }

    /** Whether the second OS came up, also when it was shut down since. */
    public boolean wasReady() {
        return last().state() == NodeState.READY || last().state() == NodeState.OFF;
    }

    /** What the newest event of a kind says in detail. */
    public Optional<String> newest(Predicate<BootEvent> kind) {
        return events.stream().filter(kind).reduce((one, later) -> later).flatMap(BootEvent::detail);
    }

    /** When the boot began. */
    public Instant started() {
        return Instant.ofEpochMilli(id.startedMillis());
    }
}
