package org.perceus.shell.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.BootJournal;
import org.perceus.node.BootSeries;
import org.perceus.node.BootSummary;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeState;
import org.perceus.node.NodeStatus;

/** Keeps boots in memory and tells listeners on the caller's thread. */
public final class FakeJournal implements BootJournal {
    public final Map<MacAddress, NodeStatus> states = new HashMap<>();
    public final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<BootId, Boot> boots = new HashMap<>();

    @Override
    public synchronized CompletionStage<Boolean> record(BootId id, BootEvent event, boolean replace) {
        Boot before = boots.get(id);
        List<BootEvent> events = new ArrayList<>(before == null ? List.of() : before.events());
        if (replace && !events.isEmpty()) {
            events.remove(events.size() - 1);
        }
        events.add(event);
        boolean over = event.state() == NodeState.READY || event.state() == NodeState.FAILED;
        Boot boot = new Boot(id, events, over ? Optional.of(event.at()) : Optional.empty());
        put(boot);
        listeners.forEach(listener -> listener.changed(boot));
        return CompletableFuture.completedFuture(true);
    }

    public synchronized void put(Boot boot) {
        boots.put(boot.id(), boot);
    }

    @Override
    public BootId begin(MacAddress mac, BootEvent first) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Boolean> prove(BootId boot, Function<Boot, String> verdict) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Boolean> conclude(BootId superseded, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BootSeries series(MacAddress mac) {
        return BootSeries.of(recent(mac), 3, Duration.ofHours(1));
    }

    @Override
    public void contact(MacAddress mac, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public NodeStatus status(MacAddress mac) {
        return states.getOrDefault(
                mac, new NodeStatus(NodeState.DISCOVERED, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Override
    public Optional<BootSummary> latest(MacAddress mac) {
        return recent(mac).stream().findFirst();
    }

    @Override
    public List<BootSummary> recent(MacAddress mac) {
        return of(Optional.of(Set.of(mac))).map(BootSummary::of).toList();
    }

    @Override
    public synchronized Optional<Boot> underWay(BootId boot) {
        return Optional.ofNullable(boots.get(boot)).filter(one -> one.ended().isEmpty());
    }

    @Override
    public Optional<Boot> underWay(MacAddress mac) {
        return of(Optional.of(Set.of(mac))).findFirst().filter(one -> one.ended()
                .isEmpty());
    }

    @Override
    public CompletionStage<List<Boot>> boots(Optional<Set<MacAddress>> nodes, int limit) {
        return CompletableFuture.completedStage(of(nodes).limit(limit).toList());
    }

    @Override
    public CompletionStage<List<Boot>> newest(Set<MacAddress> nodes) {
        return CompletableFuture.completedStage(nodes.stream()
                .flatMap(mac -> of(Optional.of(Set.of(mac))).limit(1))
                .toList());
    }

    private synchronized Stream<Boot> of(Optional<Set<MacAddress>> nodes) {
        return List.copyOf(boots.values()).stream()
                .filter(boot ->
                        nodes.isEmpty() || nodes.get().contains(boot.id().mac()))
                .sorted(Comparator.comparing(Boot::started).reversed());
    }

    @Override
    public AutoCloseable listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
