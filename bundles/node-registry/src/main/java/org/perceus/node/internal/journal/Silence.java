package org.perceus.node.internal.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.NodeState;
import org.perceus.node.NodeStatus;

/**
 * Tells how a node is from its newest boot and from when it was last heard of.
 *
 * @param limits how long a node may be silent
 * @param listening since when nodes could be heard: silence before that is the server's own
 */
record Silence(JournalLimits limits, Instant listening) {
    NodeStatus status(Optional<Boot> newest, Optional<Instant> contact, Instant now) {
        if (newest.isEmpty()) {
            return new NodeStatus(NodeState.DISCOVERED, Optional.empty(), Optional.empty(), contact);
        }
        BootEvent last = newest.get().last();
        Instant told = told(newest.get());
        Instant heard = later(contact.orElse(told), told);
        Optional<Instant> silent =
                limit(last.state()).map(limit -> later(heard, listening).plus(limit));
        if (silent.isPresent() && now.isAfter(silent.get())) {
            String reason = StatusReason.ofSilence(newest.get(), heard);
            return new NodeStatus(NodeState.SILENT, silent, Optional.of(reason), Optional.of(heard));
        }
        return new NodeStatus(
                last.state(),
                Optional.of(since(newest.get().events())),
                StatusReason.of(newest.get()),
                Optional.of(heard));
    }

    private Optional<Duration> limit(NodeState state) {
        return switch (state) {
            case READY, WAITING -> Optional.of(limits.silentSettled());
            case BOOTING, PROVISIONING, STARTING -> Optional.of(limits.silentUnderWay());
            case DISCOVERED, OFF, SILENT, FAILED -> Optional.empty();
        };
    }

    /** When the node itself last said something of its boot. */
    private static Instant told(Boot boot) {
        return boot.events().stream()
                .filter(event -> !event.isNoticed())
                .map(BootEvent::at)
                .reduce(boot.started(), Silence::later);
    }

    private static Instant since(List<BootEvent> events) {
        int first = events.size() - 1;
        while (first > 0 && events.get(first - 1).state() == events.get(first).state()) {
            first--;
        }
        return events.get(first).at();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
