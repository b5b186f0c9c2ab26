package org.perceus.provisioning.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.BootJournal;
import org.perceus.node.BootSeries;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeState;
import org.perceus.node.NodeStatus;

/** A journal in memory, by the rules of the interface. */
public final class FakeJournal implements BootJournal {
    private final Map<MacAddress, List<Boot>> boots = new ConcurrentHashMap<>();
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
        return latest(mac).stream()
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

    @Override
    public synchronized CompletionStage<Boolean> record(BootId id, BootEvent event, boolean replace) {
        List<Boot> all = boots.computeIfAbsent(id.mac(), mac -> new ArrayList<>());
        Optional<Boot> newest = latest(id.mac());
        boolean begins = newest.isEmpty() || newest.get().id().startedMillis() < id.startedMillis();
        boolean shutsDown = event.state() == NodeState.OFF || event.state() == NodeState.READY;
        boolean over = !begins
                && (!newest.get().id().equals(id)
                        || newest.get().ended().isPresent()
                                && !(shutsDown
                                        && newest.get().wasReady()
                                        && (event.isOwnState()
                                                || newest.get().last().state() != event.state())));
        if (over) {
            return durable.thenApply(done -> false);
        }
        List<BootEvent> events =
                new ArrayList<>(begins ? List.of() : newest.get().events());
        if (begins) {
            newest.filter(boot -> boot.ended().isEmpty())
                    .ifPresent(boot -> all.set(
                            all.size() - 1,
                            new Boot(boot.id(), boot.events(), Optional.of(Instant.ofEpochMilli(id.startedMillis())))));
        } else {
            all.remove(all.size() - 1);
            BootEvent last = events.get(events.size() - 1);
            if (replace && last.state() == event.state() && last.step().equals(event.step())) {
                events.remove(events.size() - 1);
            }
        }
        events.add(event);
        boolean ends = shutsDown || event.state() == NodeState.FAILED;
        all.add(new Boot(id, events, ends ? Optional.of(event.at()) : Optional.empty()));
        return durable.thenApply(done -> true);
    }

    @Override
    public synchronized CompletionStage<Boolean> conclude(BootId id, String reason) {
        List<Boot> all = boots.getOrDefault(id.mac(), List.of());
        for (int i = 0; i < all.size() - 1; i++) {
            Boot boot = all.get(i);
            boolean again = boot.last().step().equals(BootEvent.GONE);
            boolean said = boot.wasReady() || boot.last().state() == NodeState.FAILED;
            if (boot.id().equals(id) && (!said || again)) {
                List<BootEvent> events = new ArrayList<>(boot.events());
                if (again) {
                    events.remove(events.size() - 1);
                }
                Instant at = boot.ended().orElseThrow();
                events.add(new BootEvent(at, NodeState.FAILED, BootEvent.GONE, Optional.of(reason)));
                all.set(i, new Boot(id, events, boot.ended()));
                return durable.thenApply(done -> true);
            }
        }
        return durable.thenApply(done -> false);
    }

    @Override
    public BootSeries series(MacAddress mac) {
        return BootSeries.of(boots(Optional.of(mac), 10), 3, Duration.ofHours(1));
    }

    @Override
    public void contact(MacAddress mac, Instant at) {
        contacts.put(mac, at);
    }

    @Override
    public NodeStatus status(MacAddress mac) {
        return new NodeStatus(
                latest(mac).map(boot -> boot.last().state()).orElse(NodeState.DISCOVERED),
                Optional.empty(),
                Optional.empty(),
                contact(mac));
    }

    @Override
    public synchronized Optional<Boot> latest(MacAddress mac) {
        List<Boot> all = boots.getOrDefault(mac, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    @Override
    public synchronized List<Boot> boots(Optional<MacAddress> mac, int limit) {
        List<Boot> newestFirst = new ArrayList<>(boots.getOrDefault(mac.orElseThrow(), List.of()));
        Collections.reverse(newestFirst);
        return newestFirst.stream().limit(limit).toList();
    }

    @Override
    public AutoCloseable listen(Listener listener) {
        throw new UnsupportedOperationException();
    }
}
