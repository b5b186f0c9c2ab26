package org.perceus.node.internal.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.perceus.ledger.store.Store;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.BootJournal;
import org.perceus.node.BootSeries;
import org.perceus.node.BootSummary;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeStatus;
import org.perceus.node.internal.boots.BootListeners;
import org.perceus.node.internal.boots.BootMemory;
import org.perceus.node.internal.boots.BootOverlay;
import org.perceus.node.internal.boots.EventBounds;
import org.perceus.node.internal.boots.KeptBoot;
import org.perceus.node.internal.boots.NodeBoots;
import org.perceus.node.internal.boots.NodeBoots.Outcome;
import org.perceus.node.internal.boots.NodeBoots.Recorded;
import org.perceus.node.internal.boots.Settlement;
import org.perceus.node.internal.boots.Sharing;
import org.perceus.node.internal.site.UpkeepTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal: what is asked for while nodes boot is in memory, the rest on disk. */
@Component(
        service = {BootJournal.class, BootEraser.class},
        configurationPid = "org.perceus.node",
        immediate = true)
public final class DefaultBootJournal implements BootJournal, BootEraser {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultBootJournal.class);
    private static final int STOP_SECONDS = 5;

    private final JournalDisk disk;
    private final ExecutorService notifier;
    private final Clock clock;
    private final BootListeners listeners;
    private final Sharing sharing = new Sharing();
    private final BootMemory memory;
    private final SilentNodes silent;
    private final NodeStatuses statuses;
    private final UpkeepTimer timer =
            new UpkeepTimer("perceus-boot-timer", "The journal of the boots could not look after itself");
    private volatile JournalLimits limits;

    /** Reads configuration and database. */
    @Activate
    public DefaultBootJournal(@Reference Store store, Map<String, Object> properties) {
        this(
                store,
                JournalLimits.read(properties, DefaultBootJournal::complain),
                Executors.newSingleThreadExecutor(task -> new Thread(task, "perceus-boot-listeners")),
                Clock.systemUTC());
        timer.start(this::look, this::sweep);
    }

    /** @param notifier runs the listeners; shut down by {@link #close} */
    public DefaultBootJournal(Store store, JournalLimits limits, ExecutorService notifier, Clock clock) {
        this.limits = limits;
        this.notifier = notifier;
        this.clock = clock;
        this.listeners = new BootListeners(notifier);
        this.memory = new BootMemory(listeners);
        this.disk = new JournalDisk(store);
        var recent = disk.load();
        this.silent = new SilentNodes(recent.silent());
        this.statuses = new NodeStatuses(memory, silent, clock.instant(), clock);
        memory.read(recent, settlement());
    }

    @Modified
    void modified(Map<String, Object> properties) {
        limits = JournalLimits.read(properties, DefaultBootJournal::complain);
    }

    /** Ends with the knowledge of which nodes are silent on disk. */
    @Deactivate
    public void close() throws Exception {
        timer.stop();
        look();
        notifier.shutdown();
        if (!notifier.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("A listener to boots does not return");
        }
    }

    @Override
    public BootId begin(MacAddress mac, BootEvent first) {
        BootEvent event = EventBounds.bounded(first);
        BootId[] id = {new BootId(mac, event.at().toEpochMilli())};
        memory.change(mac, node -> {
            id[0] = new BootId(mac, node.numberAt(event.at()));
            return node.begun(id[0], event);
        });
        return id[0];
    }

    @Override
    public CompletionStage<Boolean> record(BootId boot, BootEvent event, boolean replace) {
        BootEvent kept = sharing.compact(EventBounds.bounded(event));
        Outcome outcome = memory.change(boot.mac(), node -> node.with(boot, kept, replace));
        return outcome == Outcome.TAKEN ? save(boot.mac()) : CompletableFuture.completedStage(outcome == Outcome.SHOWN);
    }

    @Override
    public CompletionStage<Boolean> prove(BootId boot, Function<Boot, String> verdict) {
        return saved(boot.mac(), node -> node.proven(boot, clock.instant(), verdict));
    }

    @Override
    public CompletionStage<Boolean> conclude(BootId superseded, String reason) {
        return saved(superseded.mac(), node -> node.concluded(superseded, reason));
    }

    @Override
    public BootSeries series(MacAddress mac) {
        JournalLimits now = limits;
        return BootSeries.of(recent(mac), now.loopBoots(), now.loopWindow());
    }

    @Override
    public void contact(MacAddress mac, Instant at) {
        memory.contact(mac, at);
    }

    @Override
    public NodeStatus status(MacAddress mac) {
        return StatusReason.ofSeries(statuses.of(mac, limits), series(mac));
    }

    @Override
    public Optional<BootSummary> latest(MacAddress mac) {
        return memory.of(mac).newest().map(KeptBoot::summary);
    }

    @Override
    public List<BootSummary> recent(MacAddress mac) {
        return memory.of(mac).newestFirst();
    }

    @Override
    public Optional<Boot> underWay(BootId boot) {
        return memory.of(boot.mac()).find(boot);
    }

    @Override
    public Optional<Boot> underWay(MacAddress mac) {
        return memory.of(mac).underWay();
    }

    @Override
    public CompletionStage<List<Boot>> boots(Optional<Set<MacAddress>> nodes, int limit) {
        int most = Math.min(limit, MOST_BOOTS);
        return disk.boots(nodes, most).thenApply(read -> {
            Collection<NodeBoots> now = nodes.<Collection<NodeBoots>>map(
                            some -> some.stream().map(memory::of).toList())
                    .orElseGet(memory::all);
            return new BootOverlay(now).over(read, most);
        });
    }

    @Override
    public CompletionStage<List<Boot>> newest(Set<MacAddress> nodes) {
        return disk.newest(nodes)
                .thenApply(
                        read -> new BootOverlay(nodes.stream().map(memory::of).toList()).newest(read));
    }

    @Override
    public AutoCloseable listen(Listener listener) {
        return listeners.add(listener);
    }

    @Override
    public void forget(Collection<MacAddress> nodes) {
        for (MacAddress mac : nodes) {
            memory.forget(mac);
            silent.forget(mac);
        }
        disk.delete(nodes).exceptionally(failure -> {
            LOG.warn("The boots of {} deleted nodes are on disk for now: {}", nodes.size(), failure.getMessage());
            return null;
        });
    }

    /** Writes down which nodes are silent; what the disk did not take then is written once it changes again. */
    void look() {
        var changes = silent.look(memory.nodes(), mac -> statuses.proved(mac, limits));
        if (!changes.isEmpty()) {
            disk.silent(changes);
        }
        disk.deleteLeft();
    }

    /** Begins to delete boots that are too old. */
    void sweep() {
        disk.deleteBefore(clock.instant().minus(limits.age()));
    }

    private CompletionStage<Boolean> saved(MacAddress mac, Function<NodeBoots, Recorded> rule) {
        return memory.change(mac, rule) == Outcome.TAKEN ? save(mac) : CompletableFuture.completedStage(false);
    }

    private CompletionStage<Boolean> save(MacAddress mac) {
        return disk.save(() -> settlement().write(mac, memory.of(mac)), write -> memory.written(write, settlement()));
    }

    private Settlement settlement() {
        return new Settlement(limits.boots(), sharing);
    }

    private static void complain(String sentence) {
        LOG.error("etc/org.perceus.node.cfg: {}", sentence);
    }
}
