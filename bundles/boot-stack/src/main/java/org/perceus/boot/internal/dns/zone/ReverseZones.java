package org.perceus.boot.internal.dns.zone;

import java.util.List;
import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.NamedNetwork;
import org.perceus.boot.SiteNames;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/** The names of addresses of the site. */
final class ReverseZones {
    /** A zone ends at a dot, so one of a network smaller than this is named after the next larger. */
    private static final int MOST_OCTETS = 3;

    private final Records records;
    private final NameServer server;

    ReverseZones(Records records, NameServer server) {
        this.records = records;
        this.server = server;
    }

    /** Looks a name up; empty when it is none of an address of the site. */
    Optional<Entry> find(Name name, SiteNames names) {
        return ReverseName.of(name).flatMap(reverse -> find(reverse, name, names));
    }

    private Optional<Entry> find(ReverseName reverse, Name name, SiteNames names) {
        Optional<Record> pointer = reverse.isAddress()
                ? host(Ipv4Address.of(reverse.range().base()), names).flatMap(host -> Records.pointer(name, host))
                : Optional.empty();
        if (pointer.isPresent()) {
            Name zone = ReverseName.zone(name, MOST_OCTETS);
            return Optional.of(new Entry(Optional.of(zone), true, List.of(pointer.get())));
        }
        for (NamedNetwork network : names.networks()) {
            Subnet subnet = Subnet.of(network);
            int cut = Math.min(MOST_OCTETS, (subnet.length() + Byte.SIZE - 1) / Byte.SIZE);
            if (subnet.contains(reverse.range())) {
                return Optional.of(inside(reverse, name, cut, names));
            }
            if (reverse.range().contains(subnet) && !reverse.beneath() && reverse.octets() >= cut) {
                return Optional.of(Entry.empty(ReverseName.zone(name, cut)));
            }
        }
        return above(reverse, name, names);
    }

    private Entry inside(ReverseName reverse, Name name, int cut, SiteNames names) {
        Name zone = ReverseName.zone(name, cut);
        if (reverse.beneath() || reverse.isAddress()) {
            return Entry.missing(zone);
        }
        return reverse.octets() == cut
                ? new Entry(Optional.of(zone), true, records.apex(zone, names))
                : Entry.empty(zone);
    }

    /** There is something below a name above these zones, which those who ask step by step have to find (RFC 8020). */
    private static Optional<Entry> above(ReverseName reverse, Name name, SiteNames names) {
        boolean holds = !reverse.beneath()
                && names.networks().stream().anyMatch(network -> reverse.range().contains(Subnet.of(network)));
        return holds && SpecialZones.isPrivate(name) ? Optional.of(Entry.empty(name)) : Optional.empty();
    }

    private Optional<String> host(Ipv4Address address, SiteNames names) {
        Optional<String> known = names.name(address);
        return known.isPresent() || !address.equals(server.address())
                ? known
                : Optional.of(names.networks().stream()
                        .filter(records::isAtHome)
                        .findFirst()
                        .flatMap(NamedNetwork::domain)
                        .map(domain -> server.label() + "." + domain)
                        .orElse(server.label()));
    }
}
