package org.perceus.node;

import java.time.Instant;
import java.util.Optional;

/**
 * How a boot goes or went, without its time-line. Immutable.
 *
 * @param id names the boot
 * @param last its newest event
 * @param ended when it became ready or failed, or was superseded by the node's next boot
 * @param since when it entered the state that it is in
 * @param told when the node itself last said something in it
 * @param trouble what was last said to be wrong while it goes on
 * @param events how many it has
 * @param ownStates how many of them tell of a state of the site's own
 * @param furthest how far it came: booting, provisioning or starting
 * @param facts what it established
 */
public record BootSummary(
        BootId id,
        BootEvent last,
        Optional<Instant> ended,
        Instant since,
        Instant told,
        Optional<String> trouble,
        int events,
        int ownStates,
        NodeState furthest,
        BootFacts facts) {
    /** Of a boot that begins with an event. */
    public static BootSummary begun(BootId id, BootEvent first) {
        Instant started = Instant.ofEpochMilli(id.startedMillis());
        BootSummary nothing = new BootSummary(
                id,
                first,
                Optional.empty(),
                first.at(),
                started,
                Optional.empty(),
                0,
                0,
                NodeState.BOOTING,
                BootFacts.NONE);
        return nothing.with(first);
    }

    /** Of a boot with its time-line. */
    public static BootSummary of(Boot boot) {
        BootSummary summary = begun(boot.id(), boot.events().get(0));
        for (BootEvent event : boot.events().subList(1, boot.events().size())) {
            summary = summary.with(event);
        }
        return summary.ended(boot.ended());
    }

    /** The same with another event. */
    public BootSummary with(BootEvent event) {
        return new BootSummary(
                id,
                event,
                ended,
                event.state() == last.state() ? since : event.at(),
                event.isNoticed() || event.at().isBefore(told) ? told : event.at(),
                event.isTrouble() ? event.detail() : trouble,
                events + 1,
                ownStates + (event.isOwnState() ? 1 : 0),
                furthest(event.state()),
                facts.with(event));
    }

    /** The same with another detail of the newest event. */
    public BootSummary progressed(Optional<String> detail) {
        BootEvent event = new BootEvent(last.at(), last.state(), last.step(), detail);
        Optional<String> wrong = event.isTrouble() ? detail : trouble;
        return new BootSummary(id, event, ended, since, told, wrong, events, ownStates, furthest, facts.with(event));
    }

    /** The same with another end. */
    public BootSummary ended(Optional<Instant> end) {
        return new BootSummary(id, last, end, since, told, trouble, events, ownStates, furthest, facts);
    }

    /** Whether the second OS came up, also when it was shut down since. */
    public boolean wasReady() {
        return last.state() == NodeState.READY || last.state() == NodeState.OFF;
    }

    /** Whether the machine ran a node script. */
    public boolean wasProvisioned() {
        return furthest != NodeState.BOOTING;
    }

    /** Whether the second kernel was entered. */
    public boolean wasEntered() {
        return furthest == NodeState.STARTING;
    }

    /** When the boot began. */
    public Instant started() {
        return Instant.ofEpochMilli(id.startedMillis());
    }

    private NodeState furthest(NodeState state) {
        boolean further = state == NodeState.STARTING || state == NodeState.PROVISIONING && !wasProvisioned();
        return further ? state : furthest;
    }
}
