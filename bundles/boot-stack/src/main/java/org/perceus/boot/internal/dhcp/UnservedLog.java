package org.perceus.boot.internal.dhcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.perceus.boot.BootClient;
import org.perceus.boot.HardwareAddress;
import org.perceus.boot.UnservedMachines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever wants to know of machines that are not served, and of those that have nothing to boot also the log. */
final class UnservedLog {
    private static final Logger LOG = LoggerFactory.getLogger(UnservedLog.class);
    private static final long PAUSE = TimeUnit.HOURS.toNanos(1);

    /** More are said to be there by somebody who makes them up. */
    private static final int MOST_IN_AN_HOUR = 100;

    private final Supplier<List<UnservedMachines>> listeners;
    private final LongSupplier nanoTime;
    private final Map<HardwareAddress, Long> said = new LinkedHashMap<>();

    UnservedLog(Supplier<List<UnservedMachines>> listeners, LongSupplier nanoTime) {
        this.listeners = listeners;
        this.nanoTime = nanoTime;
    }

    void ignored(BootClient client, String reason) {
        LOG.debug("No answer for {}: {}", client.mac(), reason);
        tell(client, reason);
    }

    void bootless(BootClient client, String reason) {
        if (due(client.mac())) {
            LOG.warn("{} gets an address, but nothing to boot: {}", client.mac(), reason);
        }
        tell(client, reason);
    }

    private void tell(BootClient client, String reason) {
        listeners.get().forEach(listener -> listener.unserved(client, reason));
    }

    /** Once for each machine and hour, and for a hundred machines. */
    private synchronized boolean due(HardwareAddress machine) {
        long now = nanoTime.getAsLong();
        said.values().removeIf(at -> now - at >= PAUSE);
        if (said.containsKey(machine) || said.size() >= MOST_IN_AN_HOUR) {
            return false;
        }
        said.put(machine, now);
        return true;
    }
}
