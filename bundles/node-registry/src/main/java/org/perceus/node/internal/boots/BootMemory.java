package org.perceus.node.internal.boots;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.perceus.node.MacAddress;
import org.perceus.node.internal.archive.NodeWrite;
import org.perceus.node.internal.archive.RecentBoots;
import org.perceus.node.internal.boots.NodeBoots.Outcome;
import org.perceus.node.internal.boots.NodeBoots.Recorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The boots of all nodes that are in memory, and when nodes were heard of. Thread-safe. */
public final class BootMemory {
    private static final Logger LOG = LoggerFactory.getLogger(BootMemory.class);

    /** Of how many nodes. */
    private static final int NODES = 200_000;

    private final Map<MacAddress, NodeBoots> boots = new ConcurrentHashMap<>();
    private final Map<MacAddress, Instant> contacts = new ConcurrentHashMap<>();
    private final BootListeners listeners;
    private final AtomicBoolean full = new AtomicBoolean();

    /** @param listeners hear of what changes */
    public BootMemory(BootListeners listeners) {
        this.listeners = listeners;
    }

    /** Takes in what a start reads. */
    public void read(RecentBoots recent, Settlement settlement) {
        new RecentReading(settlement).read(recent, boots);
    }

    /** Those of a node. */
    public NodeBoots of(MacAddress mac) {
        return boots.getOrDefault(mac, NodeBoots.NONE);
    }

    /** Those of all nodes. */
    public Collection<NodeBoots> all() {
        return boots.values();
    }

    /** Which nodes have any. */
    public Collection<MacAddress> nodes() {
        return boots.keySet();
    }

    /** When a node was last heard of without an event. */
    public Optional<Instant> lastContact(MacAddress mac) {
        return Optional.ofNullable(contacts.get(mac));
    }

    /** Changes those of a node by a rule. */
    public Outcome change(MacAddress mac, Function<NodeBoots, Recorded> rule) {
        if (boots.size() >= NODES && !boots.containsKey(mac)) {
            if (full.compareAndSet(false, true)) {
                LOG.warn("Boots of {} nodes are followed, and of no others: delete nodes that are none", NODES);
            }
            return Outcome.DROPPED;
        }
        Outcome[] outcome = {Outcome.DROPPED};
        boots.compute(mac, (same, node) -> {
            Recorded recorded = rule.apply(node == null ? NodeBoots.NONE : node);
            outcome[0] = recorded.outcome();
            recorded.told().forEach(listeners::queue);
            return recorded.boots();
        });
        listeners.deliver();
        return outcome[0];
    }

    /** Notes that a node was heard of that proved its boot. */
    public void contact(MacAddress mac, Instant at) {
        if (contacts.size() < NODES || contacts.containsKey(mac)) {
            contacts.merge(mac, at, (one, other) -> one.isAfter(other) ? one : other);
        }
        if (of(mac).shown().isPresent()) {
            boots.computeIfPresent(mac, (same, node) -> node.heard());
        }
    }

    /** What was written of a node need not stay in memory as a whole. */
    public void written(NodeWrite write, Settlement settlement) {
        boots.computeIfPresent(write.mac(), (same, node) -> settlement.written(node, write));
    }

    /** Forgets a node. */
    public void forget(MacAddress mac) {
        boots.remove(mac);
        contacts.remove(mac);
    }
}
