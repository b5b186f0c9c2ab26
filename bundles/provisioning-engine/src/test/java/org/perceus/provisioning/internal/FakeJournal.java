package org.perceus.provisioning.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.BootJournal;
import org.perceus.node.BootSeries;
import org.perceus.node.BootSummary;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeState;
import org.perceus.node.NodeStatus;

/** A journal in memory, by the rules of the interface. */
public final class FakeJournal implements BootJournal {
    private final Map<MacAddress, List<Boot>> boots = new ConcurrentHashMap<>();
    private final Map<MacAddress, List<Boot>> candidates = new ConcurrentHashMap<>();
    private final Set<MacAddress> overtaken = ConcurrentHashMap.newKeySet();
    private final Map<MacAddress, Instant> contacts = new ConcurrentHashMap<>();
    private CompletionStage<Void> durable = CompletableFuture.completedFuture(null);

    /** From now on events are durable when the stage completes, and fail with it. */
    public void durableWith(CompletionStage<Void> stage) {
        durable = stage;
    }

    /** When the node was heard of. */
    public Optional<Instant> contact(MacAddress mac) {
        return Optional.ofNullable(contacts.get(mac));
    }

    /** The newest boot's events as {@code STATE step: detail}. */
    public List<String> lines(MacAddress mac) {
        return underWay(mac).or(() -> boots(mac).stream().findFirst()).stream()
                .flatMap(boot -> boot.events().stream())
                .map(event -> event.state() + " " + event.step()
                        + event.detail().map(detail -> ": " + detail).orElse(""))
                .toList();
    }

    /** The last of the newest boot's events, likewise. */
    public String lastLine(MacAddress mac) {
        List<String> lines = lines(mac);
        return lines.get(lines.size() - 1);
    }

    /** The boots of a node that were proved, newest first. */
    public synchronized List<Boot> boots(MacAddress mac) {
        List<Boot> newestFirst = new ArrayList<>(boots.getOrDefault(mac, List.of()));
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** Has a boot proved. */
    public void prove(BootId boot) {
        prove(boot, gone -> "it went away");
    }

    /** Forgets the boots of a node. */
    public synchronized void forget(MacAddress mac) {
        boots.remove(mac);
        candidates.remove(mac);
    }

    @Override
    public synchronized BootId begin(MacAddress mac, BootEvent first) {
        long after = Math.max(newest(boots, mac), newest(candidates, mac)) + 1;
        BootId id = new BootId(mac, Math.max(first.at().toEpochMilli(), after));
        begin(id, first);
        return id;
    }

    private void begin(BootId id, BootEvent first) {
        overtaken.remove(id.mac());
        candidates
                .computeIfAbsent(id.mac(), mac -> new ArrayList<>())
                .add(with(new Boot(id, List.of(), Optional.empty()), first, false));
    }

    @Override
    public synchronized CompletionStage<Boolean> record(BootId id, BootEvent event, boolean replace) {
        List<Boot> unproved = candidates.getOrDefault(id.mac(), List.of());
        Optional<Boot> candidate = find(unproved, id);
        List<Boot> proved = boots.getOrDefault(id.mac(), List.of());
        Optional<Boot> boot = find(proved, id);
        if (candidate.isPresent()) {
            unproved.set(unproved.indexOf(candidate.get()), with(candidate.get(), event, replace));
        } else if (boot.isEmpty() && id.startedMillis() > newest(boots, id.mac())) {
            begin(id, event);
        } else if (boot.isEmpty() || newest(boots, id.mac()) != id.startedMillis() || isOver(boot.get(), event)) {
            return durable.thenApply(done -> false);
        } else {
            proved.set(proved.size() - 1, with(boot.get(), event, replace));
        }
        return durable.thenApply(done -> true);
    }

    @Override
    public synchronized CompletionStage<Boolean> prove(BootId id, Function<Boot, String> verdict) {
        if (newest(boots, id.mac()) >= id.startedMillis()) {
            return durable.thenApply(done -> false);
        }
        List<Boot> all = boots.computeIfAbsent(id.mac(), mac -> new ArrayList<>());
        List<Boot> unproved = candidates.getOrDefault(id.mac(), new ArrayList<>());
        Boot own = find(unproved, id).orElse(new Boot(id, List.of(unknown()), Optional.empty()));
        if (!all.isEmpty() && all.get(all.size() - 1).ended().isEmpty()) {
            Boot gone = all.get(all.size() - 1);
            all.set(
                    all.size() - 1,
                    gone(
                            gone,
                            own.started(),
                            verdict.apply(new Boot(gone.id(), gone.events(), Optional.of(own.started())))));
        }
        unproved.removeIf(boot -> boot.id().startedMillis() <= id.startedMillis());
        overtaken.add(id.mac());
        all.add(own);
        return durable.thenApply(done -> true);
    }

    @Override
    public synchronized CompletionStage<Boolean> conclude(BootId id, String reason) {
        List<Boot> all = boots.getOrDefault(id.mac(), List.of());
        Optional<Boot> boot = find(all, id).filter(one -> one.last().step().equals(BootEvent.GONE));
        boot.ifPresent(one -> {
            List<BootEvent> told = one.events().subList(0, one.events().size() - 1);
            all.set(
                    all.indexOf(one),
                    gone(new Boot(id, told, one.ended()), one.ended().orElseThrow(), reason));
        });
        return durable.thenApply(done -> boot.isPresent());
    }

    @Override
    public BootSeries series(MacAddress mac) {
        return BootSeries.of(recent(mac), 3, Duration.ofHours(1));
    }

    @Override
    public void contact(MacAddress mac, Instant at) {
        contacts.put(mac, at);
        overtaken.add(mac);
    }

    @Override
    public NodeStatus status(MacAddress mac) {
        return new NodeStatus(
                underWay(mac)
                        .or(() -> boots(mac).stream().findFirst())
                        .map(boot -> boot.last().state())
                        .orElse(NodeState.DISCOVERED),
                Optional.empty(),
                Optional.empty(),
                contact(mac));
    }

    @Override
    public Optional<BootSummary> latest(MacAddress mac) {
        return boots(mac).stream().findFirst().map(BootSummary::of);
    }

    @Override
    public List<BootSummary> recent(MacAddress mac) {
        List<BootSummary> recent = new ArrayList<>();
        for (Boot boot : boots(mac)) {
            recent.add(BootSummary.of(boot));
            if (boot.wasReady()) {
                break;
            }
        }
        return recent;
    }

    @Override
    public synchronized Optional<Boot> underWay(BootId id) {
        return find(candidates.getOrDefault(id.mac(), List.of()), id)
                .or(() -> find(boots.getOrDefault(id.mac(), List.of()), id)
                        .filter(boot -> boot.ended().isEmpty()));
    }

    @Override
    public synchronized Optional<Boot> underWay(MacAddress mac) {
        List<Boot> unproved = overtaken.contains(mac) ? List.of() : candidates.getOrDefault(mac, List.of());
        return unproved.stream().reduce((one, later) -> later).or(() -> boots(mac).stream()
                .findFirst()
                .filter(boot -> boot.ended().isEmpty()));
    }

    @Override
    public CompletionStage<List<Boot>> boots(Optional<Set<MacAddress>> nodes, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<List<Boot>> newest(Set<MacAddress> nodes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AutoCloseable listen(Listener listener) {
        throw new UnsupportedOperationException();
    }

    private static BootEvent unknown() {
        return new BootEvent(Instant.EPOCH, NodeState.BOOTING, "run Perceus OS", Optional.empty());
    }

    private static Optional<Boot> find(List<Boot> boots, BootId id) {
        return boots.stream().filter(boot -> boot.id().equals(id)).findFirst();
    }

    private static long newest(Map<MacAddress, List<Boot>> boots, MacAddress mac) {
        return boots.getOrDefault(mac, List.of()).stream()
                .mapToLong(boot -> boot.id().startedMillis())
                .max()
                .orElse(-1);
    }

    private static boolean isOver(Boot boot, BootEvent event) {
        boolean shutsDown = event.state() == NodeState.OFF || event.state() == NodeState.READY;
        boolean goesOn = shutsDown
                && boot.wasReady()
                && (event.isOwnState() || boot.last().state() != event.state());
        return boot.ended().isPresent() && !goesOn;
    }

    private static Boot with(Boot boot, BootEvent event, boolean replace) {
        List<BootEvent> events = new ArrayList<>(boot.events());
        if (replace
                && !events.isEmpty()
                && boot.last().state() == event.state()
                && boot.last().step().equals(event.step())) {
            events.remove(events.size() - 1);
        }
        events.add(event);
        boolean ends =
                event.state() == NodeState.OFF || event.state() == NodeState.READY || event.state() == NodeState.FAILED;
        return new Boot(boot.id(), events, ends ? Optional.of(event.at()) : Optional.empty());
    }

    private static Boot gone(Boot boot, Instant at, String reason) {
        List<BootEvent> events = new ArrayList<>(boot.events());
        events.add(new BootEvent(at, NodeState.FAILED, BootEvent.GONE, Optional.of(reason)));
        return new Boot(boot.id(), events, Optional.of(at));
    }
}
