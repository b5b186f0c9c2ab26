package org.perceus.node.internal.journal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.perceus.ledger.store.Session;
import org.perceus.ledger.store.Store;
import org.perceus.ledger.store.Work;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.BootJournal;
import org.perceus.node.BootSeries;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeStatus;
import org.perceus.node.internal.journal.NodeBoots.Outcome;
import org.perceus.node.internal.journal.NodeBoots.Recorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal: boots are kept in memory and saved by the store behind it. */
@Component(
        service = {BootJournal.class, BootEraser.class},
        configurationPid = "org.perceus.node",
        immediate = true)
public final class DefaultBootJournal implements BootJournal, BootEraser {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultBootJournal.class);
    private static final int STOP_SECONDS = 5;

    private final Store store;
    private final ExecutorService notifier;
    private final Clock clock;
    private final Instant listening;
    private final BootListeners listeners;
    private final BootArchive archive = new BootArchive(this::current);
    private final Map<MacAddress, NodeBoots> boots = new ConcurrentHashMap<>();
    private final Map<MacAddress, Instant> contacts = new ConcurrentHashMap<>();
    private volatile JournalLimits limits;

    /** Reads configuration and database. */
    @Activate
    public DefaultBootJournal(@Reference Store store, Map<String, Object> properties) {
        this(
                store,
                JournalLimits.read(properties, DefaultBootJournal::complain),
                Executors.newSingleThreadExecutor(task -> new Thread(task, "perceus-boot-listeners")),
                Clock.systemUTC());
    }

    /** @param notifier runs the listeners; shut down by {@link #close} */
    public DefaultBootJournal(Store store, JournalLimits limits, ExecutorService notifier, Clock clock) {
        this.store = store;
        this.limits = limits;
        this.notifier = notifier;
        this.clock = clock;
        this.listening = clock.instant();
        this.listeners = new BootListeners(notifier);
        store.submit(archive::load)
                .toCompletableFuture()
                .join()
                .forEach((mac, known) -> boots.put(mac, new NodeBoots(known)));
    }

    @Modified
    void modified(Map<String, Object> properties) {
        limits = JournalLimits.read(properties, DefaultBootJournal::complain);
    }

    @Deactivate
    public void close() throws InterruptedException {
        notifier.shutdown();
        if (!notifier.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("A listener to boots does not return");
        }
    }

    @Override
    public CompletionStage<Boolean> record(BootId boot, BootEvent event, boolean replace) {
        if (!event.isNoticed()) {
            contact(boot.mac(), event.at());
        }
        Outcome outcome = keep(boot, EventBounds.bounded(event), replace);
        listeners.deliver();
        return outcome == Outcome.TAKEN
                ? store.submit(archive.save(boot.mac()))
                : CompletableFuture.completedStage(outcome == Outcome.PROGRESS);
    }

    @Override
    public CompletionStage<Boolean> conclude(BootId superseded, String reason) {
        Outcome[] outcome = {Outcome.DROPPED};
        boots.computeIfPresent(superseded.mac(), (mac, known) -> {
            Recorded recorded = known.concluded(superseded, reason);
            outcome[0] = recorded.outcome();
            if (outcome[0] == Outcome.TAKEN) {
                recorded.boots().find(superseded).ifPresent(listeners::queue);
            }
            return recorded.boots();
        });
        listeners.deliver();
        return outcome[0] == Outcome.TAKEN
                ? store.submit(archive.save(superseded.mac()))
                : CompletableFuture.completedStage(false);
    }

    @Override
    public BootSeries series(MacAddress mac) {
        JournalLimits now = limits;
        return BootSeries.of(boots.getOrDefault(mac, NodeBoots.NONE).newestFirst(), now.loopBoots(), now.loopWindow());
    }

    @Override
    public void contact(MacAddress mac, Instant at) {
        if (contacts.size() < JournalLimits.NODES || contacts.containsKey(mac)) {
            contacts.merge(mac, at, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    @Override
    public NodeStatus status(MacAddress mac) {
        Silence silence = new Silence(limits, listening);
        Optional<Instant> contact = Optional.ofNullable(contacts.get(mac));
        return StatusReason.ofSeries(silence.status(latest(mac), contact, clock.instant()), series(mac));
    }

    @Override
    public Optional<Boot> latest(MacAddress mac) {
        return boots.getOrDefault(mac, NodeBoots.NONE).newest();
    }

    @Override
    public List<Boot> boots(Optional<MacAddress> mac, int limit) {
        Stream<NodeBoots> nodes =
                mac.isPresent() ? Stream.of(boots.getOrDefault(mac.get(), NodeBoots.NONE)) : boots.values().stream();
        return nodes.flatMap(node -> node.boots().stream())
                .sorted(Comparator.comparingLong((Boot boot) -> boot.id().startedMillis())
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public AutoCloseable listen(Listener listener) {
        return listeners.add(listener);
    }

    @Override
    public Work<Void> erasure(Collection<MacAddress> nodes) {
        return new Erasure(nodes);
    }

    private static void complain(String sentence) {
        LOG.error("etc/org.perceus.node.cfg: {}", sentence);
    }

    private Outcome keep(BootId id, BootEvent event, boolean replace) {
        if (boots.size() >= JournalLimits.NODES && !boots.containsKey(id.mac())) {
            return Outcome.DROPPED;
        }
        Outcome[] outcome = new Outcome[1];
        boots.compute(id.mac(), (mac, known) -> {
            NodeBoots before = known == null ? NodeBoots.NONE : known;
            Recorded recorded = before.with(id, event, replace, limits.boots());
            outcome[0] = recorded.outcome();
            if (outcome[0] != Outcome.DROPPED) {
                recorded.boots().newest().ifPresent(listeners::queue);
            }
            return recorded.boots();
        });
        return outcome[0];
    }

    private List<Boot> current(MacAddress mac) {
        return boots.getOrDefault(mac, NodeBoots.NONE).boots();
    }

    private final class Erasure implements Work<Void> {
        private final Map<MacAddress, NodeBoots> erased = new HashMap<>();
        private final Map<MacAddress, Instant> forgotten = new HashMap<>();
        private final Deque<Work<Boolean>> saves = new ArrayDeque<>();
        private final Collection<MacAddress> nodes;

        Erasure(Collection<MacAddress> nodes) {
            this.nodes = nodes;
        }

        @Override
        public Void write(Session session) throws SQLException {
            for (MacAddress mac : nodes) {
                Optional.ofNullable(boots.remove(mac)).ifPresent(known -> erased.put(mac, known));
                Optional.ofNullable(contacts.remove(mac)).ifPresent(at -> forgotten.put(mac, at));
                Work<Boolean> save = archive.save(mac);
                saves.push(save);
                save.write(session);
            }
            return null;
        }

        @Override
        public void undo() {
            saves.forEach(Work::undo);
            erased.forEach(boots::putIfAbsent);
            forgotten.forEach(contacts::putIfAbsent);
        }
    }
}
