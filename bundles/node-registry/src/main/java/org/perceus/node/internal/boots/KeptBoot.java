package org.perceus.node.internal.boots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.BootSummary;
import org.perceus.node.NodeState;

/**
 * A boot as it is kept in memory: in short once it has ended, else with its time-line. Immutable.
 *
 * @param summary the boot in short
 * @param tail its newest events: all while it is under way, else those that are not on disk
 * @param unsaved the number of the first event that is not on disk as it is; how many there are when all are
 * @param proven whether its machine has proved that it ran it
 */
public record KeptBoot(BootSummary summary, List<BootEvent> tail, int unsaved, boolean proven) {
    /** Copies the events. */
    public KeptBoot {
        tail = List.copyOf(tail);
    }

    /** A boot of which nothing is on disk. */
    static KeptBoot fresh(Boot boot, boolean proven) {
        return new KeptBoot(BootSummary.of(boot), boot.events(), 0, proven);
    }

    /** A boot under way that is on disk as it is. */
    static KeptBoot read(Boot boot) {
        return new KeptBoot(BootSummary.of(boot), boot.events(), boot.events().size(), true);
    }

    /** A boot that has ended and is on disk as it is. */
    static KeptBoot read(BootSummary summary) {
        return new KeptBoot(summary, List.of(), summary.events(), true);
    }

    BootId id() {
        return summary.id();
    }

    /** The boot with its time-line, if that is in memory. */
    Optional<Boot> whole() {
        return tail.size() == summary.events() ? Optional.of(new Boot(id(), tail, summary.ended())) : Optional.empty();
    }

    /** The number of the first of its newest events. */
    int first() {
        return summary.events() - tail.size();
    }

    boolean isSaved() {
        return unsaved == summary.events();
    }

    KeptBoot with(BootEvent event, Optional<Instant> ended) {
        List<BootEvent> events = new ArrayList<>(tail);
        events.add(event);
        return new KeptBoot(summary.with(event).ended(ended), events, unsaved, proven);
    }

    KeptBoot progressed(Optional<String> detail) {
        return replaced(summary.progressed(detail));
    }

    /** Ended by the server, which says why. */
    KeptBoot concluded(String reason, Instant at) {
        BootEvent gone = EventBounds.bounded(new BootEvent(at, NodeState.FAILED, BootEvent.GONE, Optional.of(reason)));
        return summary.last().step().equals(BootEvent.GONE)
                ? replaced(summary.progressed(gone.detail()))
                : with(gone, Optional.of(at));
    }

    /** The same once all of it is on disk. */
    KeptBoot saved(Sharing sharing) {
        boolean ended = summary.ended().isPresent();
        return new KeptBoot(
                ended ? sharing.compact(summary) : summary, ended ? List.of() : tail, summary.events(), proven);
    }

    KeptBoot shortened(Sharing sharing) {
        return new KeptBoot(sharing.shortened(summary), tail, unsaved, proven);
    }

    private KeptBoot replaced(BootSummary changed) {
        int last = summary.events() - 1;
        List<BootEvent> events = new ArrayList<>(tail.isEmpty() ? tail : tail.subList(0, tail.size() - 1));
        events.add(changed.last());
        return new KeptBoot(changed, events, Math.min(unsaved, last), proven);
    }
}
