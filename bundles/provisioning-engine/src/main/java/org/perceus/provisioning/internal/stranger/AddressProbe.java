package org.perceus.provisioning.internal.stranger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HardwareAddress;
import org.perceus.boot.Neighbors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether a machine answers for an address before it is lent to another (RFC 2131 section 2.2 has servers
 * probe), all that are asked at a time together. Thread-safe.
 */
@Component(service = AddressProbe.class)
public final class AddressProbe {
    private static final Logger LOG = LoggerFactory.getLogger(AddressProbe.class);
    private static final long TICK_MILLIS = 100;
    /** A machine on the same network answers within a few milliseconds. */
    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    private static final int WAITING = 1_000;
    /** So long the kernel remembers at least that it asked, and the part of its room that is taken by that. */
    private static final long ASKED_NANOS = TimeUnit.SECONDS.toNanos(3);

    private static final int PART = 8;

    private static final int REMEMBERED = 100_000;
    private static final long FRESH_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final Neighbors neighbors;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "perceus-address-probe"));
    private final Map<Ipv4Address, Asked> waiting = new HashMap<>();
    private final Map<Ipv4Address, Long> silent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Ipv4Address, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    private long began = System.nanoTime() - ASKED_NANOS;
    private int asked;
    private int mostAsked;

    private record Asked(long since, CompletableFuture<Optional<HardwareAddress>> answer) {}

    @Activate
    public AddressProbe(@Reference Neighbors neighbors) {
        this.neighbors = neighbors;
    }

    /** Answers nobody any more. */
    @Deactivate
    public void close() {
        timer.shutdownNow();
    }

    /**
     * Who answers for an address on a network that this server is on.
     *
     * @return empty at once when nobody did within the last ten minutes, or when too many addresses are asked for
     */
    public synchronized CompletionStage<Optional<HardwareAddress>> answerer(Ipv4Address address) {
        Long at = silent.get(address);
        if (at != null && System.nanoTime() - at < FRESH_NANOS) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        Asked known = waiting.get(address);
        if (known != null) {
            return known.answer();
        }
        if (waiting.size() >= WAITING || !hasRoom()) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        if (waiting.isEmpty()) {
            timer.schedule(this::settle, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
        Asked fresh = new Asked(System.nanoTime(), new CompletableFuture<>());
        waiting.put(address, fresh);
        neighbors.ask(address);
        return fresh.answer();
    }

    /** Made-up machines must not fill the kernel's table, which it reaches nodes by. */
    private boolean hasRoom() {
        long now = System.nanoTime();
        if (now - began >= ASKED_NANOS) {
            began = now;
            asked = 0;
            mostAsked = neighbors.room() / PART;
        }
        return asked++ < mostAsked;
    }

    private void settle() {
        Map<Ipv4Address, HardwareAddress> known = known();
        List<Runnable> answers = new ArrayList<>();
        synchronized (this) {
            long now = System.nanoTime();
            waiting.entrySet().removeIf(entry -> {
                if (now - entry.getValue().since() < WAIT_NANOS) {
                    return false;
                }
                Optional<HardwareAddress> answerer = Optional.ofNullable(known.get(entry.getKey()));
                if (answerer.isEmpty()) {
                    silent.put(entry.getKey(), now);
                }
                CompletableFuture<Optional<HardwareAddress>> answer =
                        entry.getValue().answer();
                answers.add(() -> answer.complete(answerer));
                return true;
            });
            if (!waiting.isEmpty()) {
                timer.schedule(this::settle, TICK_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
        answers.forEach(Runnable::run);
    }

    private Map<Ipv4Address, HardwareAddress> known() {
        try {
            return neighbors.known();
        } catch (IOException e) {
            LOG.debug("The kernel does not tell who answers for addresses", e);
            return Map.of();
        }
    }
}
