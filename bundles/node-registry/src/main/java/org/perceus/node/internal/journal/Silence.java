package org.perceus.node.internal.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.perceus.node.BootSummary;
import org.perceus.node.NodeState;
import org.perceus.node.NodeStatus;

/**
 * Tells how a node is from its newest boot and from when it was last heard of.
 *
 * @param limits how long a node may be silent
 * @param listening since when nodes could be heard: silence before that is the server's own
 */
record Silence(JournalLimits limits, Instant listening) {
    /** @param found when the node was last heard of, if it was silent already before the server listened */
    NodeStatus status(Optional<BootSummary> newest, Optional<Instant> contact, Optional<Instant> found, Instant now) {
        if (newest.isEmpty()) {
            return new NodeStatus(NodeState.DISCOVERED, Optional.empty(), Optional.empty(), contact);
        }
        BootSummary boot = newest.get();
        Instant heard = later(later(contact.orElse(boot.told()), boot.told()), found.orElse(boot.told()));
        boolean stillSilent = found.filter(heard::equals).isPresent();
        Instant from = stillSilent ? heard : later(heard, listening);
        Optional<Instant> silent = limit(boot.last().state()).map(from::plus);
        if (silent.isPresent() && now.isAfter(silent.get())) {
            String reason = StatusReason.ofSilence(boot, heard);
            return new NodeStatus(NodeState.SILENT, silent, Optional.of(reason), Optional.of(heard));
        }
        return new NodeStatus(
                boot.last().state(), Optional.of(boot.since()), StatusReason.of(boot), Optional.of(heard));
    }

    private Optional<Duration> limit(NodeState state) {
        return switch (state) {
            case READY, WAITING -> Optional.of(limits.silentSettled());
            case BOOTING, PROVISIONING, STARTING -> Optional.of(limits.silentUnderWay());
            case DISCOVERED, OFF, SILENT, FAILED -> Optional.empty();
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
