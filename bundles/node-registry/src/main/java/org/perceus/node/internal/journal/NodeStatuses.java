package org.perceus.node.internal.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.perceus.node.Boot;
import org.perceus.node.BootSummary;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeStatus;
import org.perceus.node.internal.boots.BootMemory;
import org.perceus.node.internal.boots.KeptBoot;
import org.perceus.node.internal.boots.NodeBoots;

/**
 * Tells how nodes are.
 *
 * @param memory has their boots
 * @param silent says which were silent
 * @param listening since when nodes could be heard
 * @param clock tells the time
 */
record NodeStatuses(BootMemory memory, SilentNodes silent, Instant listening, Clock clock) {
    /** By the newest boot, which may be one that nobody has proved. */
    NodeStatus of(MacAddress mac, JournalLimits limits) {
        NodeBoots node = memory.of(mac);
        return node.shown().map(candidate -> unproved(candidate, node, limits)).orElseGet(() -> proved(mac, limits));
    }

    /** By the newest boot that was proved. */
    NodeStatus proved(MacAddress mac, JournalLimits limits) {
        Optional<BootSummary> newest = memory.of(mac).newest().map(KeptBoot::summary);
        return new Silence(limits, listening)
                .status(newest, memory.lastContact(mac), silent.lastHeard(mac), clock.instant());
    }

    /** Anybody may have sent what begins a boot: the node is not heard of by that. */
    private NodeStatus unproved(Boot candidate, NodeBoots node, JournalLimits limits) {
        NodeStatus status = new Silence(limits, listening)
                .status(Optional.of(BootSummary.of(candidate)), Optional.empty(), Optional.empty(), clock.instant());
        Optional<Instant> contact = node.newest().isEmpty()
                ? status.lastContact()
                : proved(candidate.id().mac(), limits).lastContact();
        return new NodeStatus(status.state(), status.since(), status.reason(), contact);
    }
}
