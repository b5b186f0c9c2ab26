package org.perceus.provisioning.internal.whereabouts;

import java.io.IOException;
import java.util.HashMap;
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

/** Looks addresses up in the kernel's table of neighbours, all that are asked for at a time in one reading. Thread-safe. */
@Component(service = NeighbourTable.class)
public final class NeighbourTable {
    private static final Logger LOG = LoggerFactory.getLogger(NeighbourTable.class);
    /** Of ten thousand machines the table is read in some milliseconds. */
    private static final long TICK_MILLIS = 50;

    private final Neighbors neighbors;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "perceus-neighbour-table"));
    private Map<Ipv4Address, CompletableFuture<Optional<HardwareAddress>>> waiting = new HashMap<>();

    @Activate
    public NeighbourTable(@Reference Neighbors neighbors) {
        this.neighbors = neighbors;
    }

    /** Answers nobody any more. */
    @Deactivate
    public void close() {
        timer.shutdownNow();
    }

    /** The machine that the kernel reaches at an address which has a connection now; empty when that is behind a router. */
    synchronized CompletionStage<Optional<HardwareAddress>> at(Ipv4Address address) {
        if (waiting.isEmpty()) {
            timer.schedule(this::read, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
        return waiting.computeIfAbsent(address, asked -> new CompletableFuture<>());
    }

    private void read() {
        Map<Ipv4Address, CompletableFuture<Optional<HardwareAddress>>> asked;
        synchronized (this) {
            asked = waiting;
            waiting = new HashMap<>();
        }
        Map<Ipv4Address, HardwareAddress> known = known();
        asked.forEach((address, answer) -> answer.complete(Optional.ofNullable(known.get(address))));
    }

    private Map<Ipv4Address, HardwareAddress> known() {
        try {
            return neighbors.known();
        } catch (IOException e) {
            LOG.warn(
                    "The kernel does not tell its neighbours, so machines that another server sent here are refused",
                    e);
            return Map.of();
        }
    }
}
