package org.perceus.node.internal.boots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.BootSummary;
import org.perceus.node.NodeState;

/**
 * The boots of one node that are in memory, oldest first, and the rules by which events join them. Immutable.
 *
 * @param boots all but the newest ended
 * @param candidate what no machine has proved yet
 */
public record NodeBoots(List<KeptBoot> boots, Optional<Candidate> candidate) {
    /** Of a node that never booted. */
    public static final NodeBoots NONE = new NodeBoots(List.of(), Optional.empty());

    /** Copies the list. */
    public NodeBoots {
        boots = List.copyOf(boots);
    }

    NodeBoots(List<KeptBoot> boots) {
        this(boots, Optional.empty());
    }

    /** Of one boot: what is reported beyond is dropped, save its end. */
    static final int EVENTS = 500;

    private static final String FORGOTTEN = "run Perceus OS";

    /** What an event led to. */
    public enum Outcome {
        /** It belongs to no running boot, or to one that has too many. */
        DROPPED,
        /** It is to be seen, and need not be written. */
        SHOWN,
        /** It is to be written. */
        TAKEN
    }

    /**
     * The boots after an event.
     *
     * @param told the boots that it changed, oldest first, as far as their time-lines are in memory
     */
    public record Recorded(NodeBoots boots, Outcome outcome, List<Boot> told) {}

    /** The newest that was proved. */
    public Optional<KeptBoot> newest() {
        return boots.stream().reduce((one, later) -> later).filter(KeptBoot::proven);
    }

    /** A boot that is under way. */
    public Optional<Boot> find(BootId id) {
        return candidate.flatMap(one -> one.find(id)).or(() -> newest().filter(
                        kept -> kept.id().equals(id) && isRunning(kept))
                .flatMap(KeptBoot::whole));
    }

    /** The newest that is under way. */
    public Optional<Boot> underWay() {
        return shown().or(() -> newest().filter(NodeBoots::isRunning).flatMap(KeptBoot::whole));
    }

    /** The candidate unless the boot before it goes on. */
    public Optional<Boot> shown() {
        return candidate.filter(one -> !one.overtaken()).map(Candidate::boot);
    }

    /** Those that were proved, in short. */
    public List<BootSummary> newestFirst() {
        List<BootSummary> all = new ArrayList<>(
                boots.stream().filter(KeptBoot::proven).map(KeptBoot::summary).toList());
        Collections.reverse(all);
        return all;
    }

    /** A number for a boot that begins: later than all others. */
    public long numberAt(Instant now) {
        long before = Math.max(
                newest().map(kept -> kept.id().startedMillis()).orElse(-1L),
                candidate.map(one -> one.boot().id().startedMillis()).orElse(-1L));
        return Math.max(now.toEpochMilli(), before + 1);
    }

    /** A candidate begins. */
    public Recorded begun(BootId id, BootEvent first) {
        Candidate next = Candidate.begun(id, first, candidate);
        List<Boot> told = new ArrayList<>();
        // nobody hears more of the one that two others came after
        candidate
                .flatMap(Candidate::before)
                .ifPresent(gone -> told.add(new Boot(gone.id(), gone.events(), Optional.of(first.at()))));
        told.add(next.boot());
        return new Recorded(new NodeBoots(boots, Optional.of(next)), Outcome.SHOWN, told);
    }

    /** An event joins a boot. */
    public Recorded with(BootId id, BootEvent event, boolean replace) {
        if (candidate.flatMap(one -> one.find(id)).isPresent()) {
            return candidate
                    .get()
                    .with(id, event, replace)
                    .map(next -> new Recorded(
                            new NodeBoots(boots, Optional.of(next)),
                            Outcome.SHOWN,
                            next.find(id).stream().toList()))
                    .orElseGet(this::dropped);
        }
        long newest = numberAt(Instant.EPOCH) - 1;
        return newest < id.startedMillis() ? begun(id, event) : proved(id, event, replace);
    }

    private Recorded proved(BootId id, BootEvent event, boolean replace) {
        Optional<KeptBoot> newest = newest().filter(kept -> kept.id().equals(id));
        if (newest.isEmpty()) {
            return dropped();
        }
        BootSummary boot = newest.get().summary();
        NodeState state = boot.last().state();
        boolean repaired = state == NodeState.FAILED && event.state() == NodeState.READY;
        boolean left = state == NodeState.READY && event.state() == NodeState.OFF;
        boolean stayed = state == NodeState.OFF && event.state() == NodeState.READY;
        boolean entered = state == NodeState.READY && event.isOwnState();
        if (event.isOwnState() && !entered || boot.ended().isPresent() && !repaired && !left && !stayed && !entered) {
            return dropped();
        }
        if (replace && event.step().equals(boot.last().step()) && event.state() == state) {
            return changed(newest.get().progressed(event.detail()), event, Outcome.SHOWN);
        }
        if (boot.events() >= EVENTS && !ends(event) && event.state() != NodeState.OFF) {
            return dropped();
        }
        Optional<Instant> ended = left || stayed || entered ? boot.ended() : end(event);
        return changed(newest.get().with(event, ended), event, Outcome.TAKEN);
    }

    private Recorded changed(KeptBoot boot, BootEvent event, Outcome outcome) {
        List<KeptBoot> all = new ArrayList<>(boots);
        all.set(all.size() - 1, boot);
        NodeBoots next = new NodeBoots(all, candidate);
        return new Recorded(
                event.isNoticed() ? next : next.heard(),
                outcome,
                boot.whole().stream().toList());
    }

    /** The boot that was proved was heard of: what came since was not of its machine. */
    NodeBoots heard() {
        return shown().isEmpty() ? this : new NodeBoots(boots, candidate.map(Candidate::heardOtherwise));
    }

    /** A boot is the node's from now on. */
    public Recorded proven(BootId id, Instant now, Function<Boot, String> verdict) {
        if (newest().filter(kept -> kept.id().startedMillis() >= id.startedMillis())
                .isPresent()) {
            return dropped();
        }
        Optional<Boot> known = candidate.flatMap(one -> one.find(id));
        List<BootEvent> events = known.map(Boot::events)
                .orElseGet(() -> List.of(new BootEvent(now, NodeState.BOOTING, FORGOTTEN, Optional.empty())));
        Boot own = new Boot(id, events, Optional.empty());
        List<KeptBoot> all = new ArrayList<>(boots);
        newest().filter(NodeBoots::isRunning)
                .ifPresent(kept -> all.set(all.size() - 1, over(kept, own.started(), verdict)));
        abandoned(own)
                .map(boot -> KeptBoot.fresh(boot, false))
                .ifPresent(kept -> all.add(over(kept, own.started(), verdict)));
        List<Boot> told = new ArrayList<>(all.stream()
                .filter(kept -> !kept.isSaved())
                .flatMap(kept -> kept.whole().stream())
                .toList());
        all.add(KeptBoot.fresh(own, true));
        if (known.isEmpty()) {
            told.add(own);
        }
        return new Recorded(new NodeBoots(all, later(own)), Outcome.TAKEN, told);
    }

    /** A candidate that went away without a word before one that is proved now. */
    private Optional<Boot> abandoned(Boot proved) {
        return candidate
                .filter(one -> !one.overtaken())
                .flatMap(one -> one.boot().id().startedMillis() < proved.id().startedMillis()
                        ? Optional.of(one.boot())
                        : one.before())
                .filter(boot -> boot.id().startedMillis() < proved.id().startedMillis());
    }

    /** What is left of the candidate: it came later than one that is proved now, so by a packet that was repeated late. */
    private Optional<Candidate> later(Boot proved) {
        return candidate
                .filter(one -> one.boot().id().startedMillis() > proved.id().startedMillis())
                .map(one -> new Candidate(one.boot(), Optional.empty(), true));
    }

    private static KeptBoot over(KeptBoot boot, Instant at, Function<Boot, String> verdict) {
        if (boot.summary().last().isVerdict()) {
            return boot;
        }
        Boot whole = boot.whole().orElseThrow();
        return boot.concluded(verdict.apply(new Boot(boot.id(), whole.events(), Optional.of(at))), at);
    }

    /** Ends a superseded boot with another reason; whether that was taken says the outcome. */
    public Recorded concluded(BootId id, String reason) {
        for (int i = 0; i < boots.size() - 1; i++) {
            KeptBoot boot = boots.get(i);
            BootEvent last = boot.summary().last();
            if (boot.id().equals(id) && last.step().equals(BootEvent.GONE)) {
                List<KeptBoot> all = new ArrayList<>(boots);
                all.set(i, boot.concluded(reason, last.at()));
                return new Recorded(new NodeBoots(all, candidate), Outcome.TAKEN, List.of());
            }
        }
        return dropped();
    }

    private Recorded dropped() {
        return new Recorded(this, Outcome.DROPPED, List.of());
    }

    private static boolean isRunning(KeptBoot boot) {
        return boot.summary().ended().isEmpty();
    }

    private static Optional<Instant> end(BootEvent event) {
        return ends(event) ? Optional.of(event.at()) : Optional.empty();
    }

    private static boolean ends(BootEvent event) {
        return event.state() == NodeState.READY || event.state() == NodeState.FAILED;
    }
}
