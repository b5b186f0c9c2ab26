package org.perceus.node.internal.boots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.NodeState;

/**
 * A boot of which nothing is proved, and the one in whose place it came: a packet that was repeated late begins a candidate
 * too, and then it is that one which is proved. Immutable.
 *
 * @param boot the newest
 * @param before the one before
 * @param overtaken whether the boot that was proved before was heard of since
 */
record Candidate(Boot boot, Optional<Boot> before, boolean overtaken) {
    private static final int EVENTS = 50;

    static Candidate begun(BootId id, BootEvent first, Optional<Candidate> before) {
        return new Candidate(
                new Boot(id, List.of(first), end(first)),
                before.filter(one -> !one.overtaken()).map(Candidate::boot),
                false);
    }

    Optional<Boot> find(BootId id) {
        return boot.id().equals(id)
                ? Optional.of(boot)
                : before.filter(one -> one.id().equals(id));
    }

    /** The same with an event of one of the two; empty when it is dropped. */
    Optional<Candidate> with(BootId id, BootEvent event, boolean replace) {
        Boot to = find(id).orElseThrow();
        if (to.ended().isPresent() || to.events().size() >= EVENTS && end(event).isEmpty()) {
            return Optional.empty();
        }
        List<BootEvent> events = new ArrayList<>(to.events());
        BootEvent last = to.last();
        if (replace && last.step().equals(event.step()) && last.state() == event.state()) {
            events.set(events.size() - 1, new BootEvent(last.at(), last.state(), last.step(), event.detail()));
        } else {
            events.add(event);
        }
        Boot changed = new Boot(id, events, end(event));
        return Optional.of(
                boot.id().equals(id)
                        ? new Candidate(changed, before, false)
                        : new Candidate(boot, Optional.of(changed), overtaken));
    }

    Candidate heardOtherwise() {
        return new Candidate(boot, before, true);
    }

    private static Optional<Instant> end(BootEvent event) {
        return event.state() == NodeState.READY || event.state() == NodeState.FAILED
                ? Optional.of(event.at())
                : Optional.empty();
    }
}
