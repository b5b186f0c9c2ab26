package org.perceus.provisioning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.address.Ipv4Address;

/** Machines that asked for an address in the last day and were not served, or are no nodes yet. In memory. Thread-safe. */
@ProviderType
public interface Strangers {
    /**
     * A machine.
     *
     * @param mac its hardware address
     * @param device the interface that its request came in on
     * @param firmware what it said that it can boot
     * @param times how often it asked
     * @param first when it asked first
     * @param last when it asked last
     * @param address what it was lent, as long as that holds
     * @param sentence what became of it
     * @param remedy what to do about it
     */
    record Stranger(
            String mac,
            String device,
            String firmware,
            long times,
            Instant first,
            Instant last,
            Optional<Ipv4Address> address,
            String sentence,
            String remedy) {}

    /** Those that asked last first; at most 10,000, of which those that asked once are forgotten first. */
    List<Stranger> list();

    /** What kept machines from the site in the last hour, a sentence each for the administrator. */
    List<String> problems();
}
