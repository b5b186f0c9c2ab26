package org.perceus.boot.internal.dns.zone;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.SiteNames;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** The domains of the site, and names without any domain. */
final class ForwardZones {
    /** Labels of a name without domain: its own and that of the root. */
    private static final int BARE = 2;

    private final Records records;
    private final NameServer server;

    ForwardZones(Records records, NameServer server) {
        this.records = records;
        this.server = server;
    }

    /** Looks a name up; empty when it is in no domain of the site. */
    Optional<Entry> find(Name name, SiteNames names) {
        List<Domain> domains = domains(names);
        return domains.stream()
                .filter(domain -> name.subdomain(domain.name()))
                .max(Comparator.comparingInt(domain -> domain.name().labels()))
                .map(domain -> in(domain, name, holdsDomain(name, domains), names));
    }

    /**
     * Looks up a name without domain; empty when others have to be asked. No top-level domain has addresses, so who asks for
     * those means a host of the site.
     */
    Optional<Entry> bare(Name name, int type, SiteNames names) {
        if (name.labels() != BARE) {
            return Optional.empty();
        }
        List<Ipv4Address> addresses = host(label(name), Optional.empty(), names);
        boolean exists = !addresses.isEmpty() || holdsDomain(name, domains(names));
        return !addresses.isEmpty() || type == Type.A || type == Type.AAAA
                ? Optional.of(new Entry(Optional.empty(), exists, Records.addresses(name, addresses)))
                : Optional.empty();
    }

    private static boolean holdsDomain(Name name, List<Domain> domains) {
        return domains.stream().anyMatch(domain -> domain.name().subdomain(name));
    }

    private record Domain(String text, Name name) {}

    private static List<Domain> domains(SiteNames names) {
        return names.networks().stream()
                .flatMap(network -> network.domain().stream())
                .distinct()
                .map(text -> new Domain(text, Records.name(text)))
                .toList();
    }

    private Entry in(Domain domain, Name name, boolean above, SiteNames names) {
        Name zone = domain.name();
        if (name.equals(zone)) {
            return new Entry(Optional.of(zone), true, records.apex(zone, names));
        }
        List<Ipv4Address> addresses =
                name.labels() == zone.labels() + 1 ? host(label(name), Optional.of(domain.text()), names) : List.of();
        return new Entry(Optional.of(zone), above || !addresses.isEmpty(), Records.addresses(name, addresses));
    }

    /** A node that has the server's name keeps it. */
    private List<Ipv4Address> host(String label, Optional<String> domain, SiteNames names) {
        List<Ipv4Address> addresses = names.addresses(label, domain);
        return addresses.isEmpty() && label.equals(server.label()) ? List.of(server.address()) : addresses;
    }

    private static String label(Name name) {
        return name.getLabelString(0).toLowerCase(Locale.ROOT);
    }
}
