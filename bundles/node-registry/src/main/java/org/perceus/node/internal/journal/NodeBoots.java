package org.perceus.node.internal.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.NodeState;

/**
 * The boots of one node, oldest first, and the rules by which events join them. Immutable.
 *
 * @param boots at least one, and all but the newest ended
 */
record NodeBoots(List<Boot> boots) {
    /** Of a node that never booted. */
    static final NodeBoots NONE = new NodeBoots(List.of());

    NodeBoots {
        boots = List.copyOf(boots);
    }

    /** What an event led to. */
    enum Outcome {
        /** It belongs to no running boot, or to one that has too many. */
        DROPPED,
        /** It is progress of the newest event. */
        PROGRESS,
        /** It is a line of its own. */
        TAKEN
    }

    /** The boots after an event. */
    record Recorded(NodeBoots boots, Outcome outcome) {}

    Optional<Boot> newest() {
        return boots.isEmpty() ? Optional.empty() : Optional.of(boots.get(boots.size() - 1));
    }

    Recorded with(BootId id, BootEvent event, boolean replace, int keep) {
        Optional<Boot> newest = newest();
        if (newest.isEmpty() || newest.get().id().startedMillis() < id.startedMillis()) {
            return new Recorded(begun(id, event, keep), Outcome.TAKEN);
        }
        Boot boot = newest.get();
        boolean ends = ends(event);
        boolean full = boot.events().size() >= JournalLimits.EVENTS && !ends && event.state() != NodeState.OFF;
        NodeState state = boot.last().state();
        boolean repaired = state == NodeState.FAILED && event.state() == NodeState.READY;
        boolean left = state == NodeState.READY && event.state() == NodeState.OFF;
        boolean stayed = state == NodeState.OFF && event.state() == NodeState.READY;
        boolean entered = state == NodeState.READY && event.isOwnState();
        if (!boot.id().equals(id)
                || event.isOwnState() && !entered
                || boot.ended().isPresent() && !repaired && !left && !stayed && !entered) {
            return new Recorded(this, Outcome.DROPPED);
        }
        if (replace
                && event.step().equals(boot.last().step())
                && event.state() == boot.last().state()) {
            return new Recorded(withNewest(progressed(boot, event)), Outcome.PROGRESS);
        }
        if (full) {
            return new Recorded(this, Outcome.DROPPED);
        }
        List<BootEvent> events = new ArrayList<>(boot.events());
        events.add(event);
        Optional<Instant> ended = left || stayed || entered ? boot.ended() : end(event);
        return new Recorded(withNewest(new Boot(id, events, ended)), Outcome.TAKEN);
    }

    /** Ends a superseded boot with a reason; whether that was taken says the outcome. */
    Recorded concluded(BootId id, String reason) {
        for (int i = 0; i < boots.size() - 1; i++) {
            Boot boot = boots.get(i);
            boolean said = boot.last().isVerdict();
            if (!boot.id().equals(id) || said && !boot.last().step().equals(BootEvent.GONE)) {
                continue;
            }
            Instant at = boot.ended().orElse(boot.last().at());
            List<BootEvent> events =
                    new ArrayList<>(boot.events().subList(0, boot.events().size() - (said ? 1 : 0)));
            events.add(EventBounds.bounded(new BootEvent(at, NodeState.FAILED, BootEvent.GONE, Optional.of(reason))));
            List<Boot> all = new ArrayList<>(boots);
            all.set(i, new Boot(id, events, Optional.of(at)));
            return new Recorded(new NodeBoots(all), Outcome.TAKEN);
        }
        return new Recorded(this, Outcome.DROPPED);
    }

    Optional<Boot> find(BootId id) {
        return boots.stream().filter(boot -> boot.id().equals(id)).findFirst();
    }

    List<Boot> newestFirst() {
        List<Boot> reversed = new ArrayList<>(boots);
        Collections.reverse(reversed);
        return reversed;
    }

    /** The newest boots only. */
    NodeBoots newest(int keep) {
        return boots.size() <= keep ? this : new NodeBoots(boots.subList(boots.size() - keep, boots.size()));
    }

    private NodeBoots begun(BootId id, BootEvent event, int keep) {
        List<Boot> all = new ArrayList<>(boots);
        newest().filter(boot -> boot.ended().isEmpty()).ifPresent(boot -> {
            Instant superseded = Instant.ofEpochMilli(id.startedMillis());
            all.set(all.size() - 1, new Boot(boot.id(), boot.events(), Optional.of(superseded)));
        });
        all.add(new Boot(id, List.of(event), end(event)));
        return new NodeBoots(all).newest(keep);
    }

    private NodeBoots withNewest(Boot boot) {
        List<Boot> all = new ArrayList<>(boots);
        all.set(all.size() - 1, boot);
        return new NodeBoots(all);
    }

    private static Boot progressed(Boot boot, BootEvent event) {
        List<BootEvent> events = new ArrayList<>(boot.events());
        BootEvent last = boot.last();
        events.set(events.size() - 1, new BootEvent(last.at(), last.state(), last.step(), event.detail()));
        return new Boot(boot.id(), events, boot.ended());
    }

    private static Optional<Instant> end(BootEvent event) {
        return ends(event) ? Optional.of(event.at()) : Optional.empty();
    }

    private static boolean ends(BootEvent event) {
        return event.state() == NodeState.READY || event.state() == NodeState.FAILED;
    }
}
