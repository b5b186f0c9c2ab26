package org.perceus.provisioning.internal.stranger;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.perceus.address.Ipv4Address;

/** The relays that are not known and asked of late. Thread-safe. */
final class StrangeRelays {
    static final Fate FATE = Fate.lost(
            "a relay passed on what it says that is not known",
            "if it is one of the site's, name it by relays in etc/org.perceus.boot.interface-NAME.cfg");

    private static final Duration RECENT = Duration.ofHours(1);
    private static final int MOST = 100;
    private static final int SHOWN = 3;

    /** The one that asked longest ago first. */
    private final Map<Ipv4Address, Instant> last = new LinkedHashMap<>();

    synchronized void note(Ipv4Address relay, Instant now) {
        last.remove(relay);
        last.put(relay, now);
        if (last.size() > MOST) {
            last.remove(last.keySet().iterator().next());
        }
    }

    /** What is to be told of them. */
    synchronized Optional<String> problem(Instant now) {
        last.values().removeIf(at -> !at.isAfter(now.minus(RECENT)));
        if (last.isEmpty()) {
            return Optional.empty();
        }
        String some =
                last.keySet().stream().limit(SHOWN).map(Ipv4Address::toString).collect(Collectors.joining(", "));
        return Optional.of("machines behind a relay that is not known got no answer in the last hour: " + some
                + (last.size() > SHOWN ? " and others" : "") + "; " + FATE.remedy());
    }
}
