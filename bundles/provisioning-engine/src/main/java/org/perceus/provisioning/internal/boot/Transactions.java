package org.perceus.provisioning.internal.boot;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.perceus.boot.Firmware.Loader;
import org.perceus.node.BootId;
import org.perceus.node.MacAddress;

/**
 * Which boot each DHCP transaction of the last moments belonged to. Thread-safe.
 *
 * <p>A client repeats a packet that it waits for with the same transaction (RFC 2131 section 4.1), and a repeat that lay in a queue
 * may be read when the boot is long past it. Some firmware has one transaction for ever, so they are known only for a while.
 */
final class Transactions {
    /** Less than a machine takes from its firmware's first packet to the same one of its next start. */
    private static final Duration REPEATED = Duration.ofSeconds(30);

    /** What made-up machines can make it hold, some 15 MB. */
    private static final int MOST = 100_000;

    /** A transaction, of one of the programs that a machine runs one after the other. */
    record Key(MacAddress mac, Loader loader, int transaction) {}

    private record Answered(BootId boot, Instant first) {
        /** A clock that was set back makes nothing last. */
        boolean isRecent(Instant now) {
            return Duration.between(first, now).abs().compareTo(REPEATED) < 0;
        }
    }

    private final Map<Key, Answered> answered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Answered> eldest) {
            return size() > MOST;
        }
    };

    /** The boot of a transaction that was first answered a moment ago. */
    synchronized Optional<BootId> boot(Key key, Instant now) {
        return Optional.ofNullable(answered.get(key))
                .filter(known -> known.isRecent(now))
                .map(Answered::boot);
    }

    /** A transaction that is not known was answered. */
    synchronized void answered(Key key, BootId boot, Instant now) {
        forgetOld(now);
        answered.put(key, new Answered(boot, now));
    }

    private void forgetOld(Instant now) {
        Iterator<Answered> eldest = answered.values().iterator();
        while (eldest.hasNext() && !eldest.next().isRecent(now)) {
            eldest.remove();
        }
    }
}
