package org.perceus.provisioning.internal.boot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.boot.Firmware.Loader;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.BootJournal;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeState;
import org.perceus.provisioning.spi.StateScript.State;

/** Follows boots: tells a new one from one under way, and writes down what happens in it. Thread-safe. */
@Component(service = BootTracker.class)
public final class BootTracker {
    private static final Duration FIRMWARE_LIMIT = Duration.ofMinutes(5);
    private static final int TROUBLES = 50;
    private static final int OWN_STATES = 20;
    private static final String FIRMWARE = "firmware";
    private static final String IPXE = "ipxe";
    private static final String KEXEC = "kexec";
    private static final String LOADS = "load Perceus OS";
    private static final String LOADS_OWN = "load its own system";

    private final BootJournal journal;
    private final Clock clock;
    private final Transactions transactions = new Transactions();

    @Activate
    public BootTracker(@Reference BootJournal journal) {
        this(journal, Clock.systemUTC());
    }

    public BootTracker(BootJournal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Notes that boot firmware asked for an address.
     *
     * <p>A machine cannot go back from iPXE to its ROM, or from Perceus OS to either, without a restart: a request of an
     * earlier stage than the boot has reached begins a new one. That may be a packet which was repeated or held up, or
     * somebody else's: so the new boot is a candidate, and those before go on until it has reached Perceus OS. A packet of a
     * transaction that was answered a moment ago begins nothing, however far its boot is by now.
     *
     * @param transaction of the request (RFC 2131 xid)
     * @return the boot that the request belongs to
     */
    public BootId firmware(MacAddress mac, Loader loader, int transaction, String detail) {
        Instant now = clock.instant();
        Transactions.Key key = new Transactions.Key(mac, loader, transaction);
        Optional<BootId> repeated = transactions.boot(key, now).filter(this::isKnown);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        BootId boot = asked(mac, loader == Loader.IPXE ? IPXE : FIRMWARE, detail, now);
        transactions.answered(key, boot, now);
        return boot;
    }

    /**
     * Notes that iPXE came for its script without a claim, as another server sent it here.
     *
     * @return the boot that it belongs to: the one that its firmware began, else a new one
     */
    public BootId ipxe(MacAddress mac, String detail) {
        return asked(mac, IPXE, detail, clock.instant());
    }

    /**
     * The same where this server gives the addresses: who booted has asked it for one. The script may be fetched again until the
     * machine is heard of in Perceus OS.
     *
     * @return empty when no firmware has begun a boot that goes on by now
     */
    public Optional<BootId> begunIpxe(MacAddress mac, String detail) {
        Instant now = clock.instant();
        return journal.underWay(mac)
                .filter(newest -> isLoading(newest, now))
                .map(Boot::id)
                .or(() -> goesOn(mac, IPXE, detail, now));
    }

    /**
     * Notes that the system which runs on a node goes into Perceus OS by kexec.
     *
     * @return a new boot, a candidate like any until Perceus OS says that it runs in it
     */
    public BootId kexec(MacAddress mac) {
        return journal.begin(mac, event(NodeState.BOOTING, KEXEC, "from the system before"));
    }

    /**
     * Notes that a machine was told to load Perceus OS, by whatever loads it.
     *
     * @param why that and not its own system, in part of a sentence, where somebody wanted that
     */
    public CompletionStage<Boolean> loads(BootId boot, String version, Optional<String> why) {
        String reason = why.map(words -> ", as " + words).orElse("");
        return record(boot, NodeState.BOOTING, LOADS, version + reason);
    }

    /** Notes that a machine was told to load its own system, with the programs of Perceus OS. */
    public CompletionStage<Boolean> startsDirectly(BootId boot, String version) {
        return record(boot, NodeState.BOOTING, LOADS_OWN, "with Perceus OS " + version);
    }

    private BootId asked(MacAddress mac, String step, String detail, Instant now) {
        return goesOn(mac, step, detail, now)
                .orElseGet(() -> journal.begin(mac, event(NodeState.BOOTING, step, detail)));
    }

    private Optional<BootId> goesOn(MacAddress mac, String step, String detail, Instant now) {
        Optional<Boot> boot = journal.underWay(mac).filter(newest -> continues(newest, step, now));
        boot.ifPresent(newest -> {
            BootEvent last = newest.last();
            if (!last.step().equals(step)) {
                record(newest.id(), NodeState.BOOTING, step, detail);
            } else if (step.equals(FIRMWARE) && !last.detail().equals(Optional.of(detail))) {
                // it tried one way, and goes another
                progress(newest.id(), NodeState.BOOTING, step, detail);
            }
        });
        return boot.map(Boot::id);
    }

    /** Notes that a step began. */
    public CompletionStage<Boolean> record(BootId boot, NodeState state, String step, String detail) {
        return journal.record(boot, event(state, step, detail), false);
    }

    /** Notes how far the newest step is, or why the node still waits. */
    public CompletionStage<Boolean> progress(BootId boot, NodeState state, String step, String detail) {
        return journal.record(boot, event(state, step, detail), true);
    }

    /** Notes why a machine waits of which nothing else is looked at; a boot that has got further goes on as if it had not come. */
    public void holdBack(BootId boot, String reason) {
        boolean further = journal.underWay(boot)
                .map(latest -> latest.last().state())
                .filter(state -> state != NodeState.BOOTING && state != NodeState.WAITING)
                .isPresent();
        if (!further) {
            progress(boot, NodeState.WAITING, "wait", reason);
        }
    }

    /** Notes how far a step of the node script is; word of one that is over comes too late and is dropped. */
    public CompletionStage<Boolean> stepProgress(BootId boot, String step, String detail) {
        boolean over = journal.underWay(boot)
                .filter(latest -> !latest.last().step().equals(step))
                .isPresent();
        return over ? CompletableFuture.completedStage(false) : progress(boot, NodeState.PROVISIONING, step, detail);
    }

    /**
     * Notes what is wrong with a boot that goes on. A sentence that was said before, or is one too many, is passed over.
     *
     * @param state how far the boot is
     */
    public CompletionStage<Boolean> trouble(BootId boot, NodeState state, String sentence) {
        List<BootEvent> troubles = events(boot, BootEvent::isReported);
        boolean known = troubles.stream().anyMatch(event -> event.detail().equals(Optional.of(sentence)));
        return known || troubles.size() >= TROUBLES
                ? CompletableFuture.completedStage(false)
                : record(boot, state, BootEvent.TROUBLE, sentence);
    }

    /**
     * Notes that a node that is ready entered a state of the site's own. After many the newest takes the place of the one before.
     *
     * @param failed what failed in it
     */
    public CompletionStage<Boolean> entered(BootId boot, State entered, Optional<String> failed) {
        String detail = entered + failed.map(sentence -> ": " + sentence).orElse("");
        BootEvent event = event(NodeState.READY, BootEvent.OWN_STATE, detail);
        boolean many = journal.latest(boot.mac())
                .filter(latest -> latest.id().equals(boot) && latest.ownStates() >= OWN_STATES)
                .isPresent();
        return journal.record(boot, event, many);
    }

    /** Whether a boot has ended in a state, or its system was shut down since. */
    public boolean endedAs(BootId boot, NodeState state) {
        return journal.latest(boot.mac())
                .filter(latest -> latest.id().equals(boot)
                        && latest.ended().isPresent()
                        && latest.last().state() == state)
                .isPresent();
    }

    /** Notes that a node was heard of that proved its boot. */
    public void contact(MacAddress mac) {
        journal.contact(mac, clock.instant());
    }

    /** A boot as it is known, as long as it goes on. */
    public Optional<Boot> underWay(BootId boot) {
        return journal.underWay(boot);
    }

    /** Whether it is under way, or ended, rather than forgotten with its node. */
    private boolean isKnown(BootId boot) {
        return journal.underWay(boot).isPresent()
                || journal.latest(boot.mac())
                        .filter(latest -> latest.id().startedMillis() >= boot.startedMillis())
                        .isPresent();
    }

    private List<BootEvent> events(BootId boot, Predicate<BootEvent> kind) {
        return underWay(boot).stream()
                .flatMap(latest -> latest.events().stream())
                .filter(kind)
                .toList();
    }

    private BootEvent event(NodeState state, String step, String detail) {
        return new BootEvent(clock.instant(), state, step, Optional.of(detail).filter(text -> !text.isEmpty()));
    }

    private static boolean isLoading(Boot boot, Instant now) {
        BootEvent last = boot.last();
        boolean byFirmware = !boot.events().get(0).step().equals(KEXEC);
        return byFirmware
                && isRecent(boot, now)
                && (last.step().equals(LOADS) || last.step().equals(LOADS_OWN));
    }

    private static boolean isRecent(Boot boot, Instant now) {
        return boot.ended().isEmpty() && now.isBefore(boot.last().at().plus(FIRMWARE_LIMIT));
    }

    private static boolean continues(Boot boot, String step, Instant now) {
        BootEvent last = boot.last();
        return isRecent(boot, now)
                && last.state() == NodeState.BOOTING
                && (last.step().equals(FIRMWARE) || last.step().equals(step));
    }
}
