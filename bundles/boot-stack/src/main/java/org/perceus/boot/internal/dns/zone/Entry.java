package org.perceus.boot.internal.dns.zone;

import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/**
 * A name that this server answers for.
 *
 * @param zone the zone that it is in; a name without a domain is in none
 * @param exists whether there is such a name, or one below it
 * @param records what is known of it
 */
record Entry(Optional<Name> zone, boolean exists, List<Record> records) {
    static Entry missing(Name zone) {
        return new Entry(Optional.of(zone), false, List.of());
    }

    /** A name that is only there because there are others below it. */
    static Entry empty(Name zone) {
        return new Entry(Optional.of(zone), true, List.of());
    }
}
