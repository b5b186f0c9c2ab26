package org.perceus.boot.internal.dns.zone;

import java.net.Inet4Address;
import java.util.List;
import java.util.Optional;
import org.perceus.boot.NamedNetwork;
import org.perceus.boot.SiteNames;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Makes the records of this server. */
final class Records {
    /** Seconds for which an answer holds: nodes are given other addresses now and then. */
    static final long TTL = 60;

    /** Seconds for which it holds that there is no such name: it may be a node's in a moment. */
    private static final long TTL_OF_NOTHING = 10;

    private static final long REFRESH = 3600;
    private static final long RETRY = 600;
    private static final long EXPIRE = 86_400;

    /** Nobody copies these zones, so nobody compares their serial numbers. */
    private static final long SERIAL = 1;

    private static final Name REVERSE = name("in-addr.arpa");
    private final NameServer server;

    Records(NameServer server) {
        this.server = server;
    }

    /** A name that was checked when it was given. */
    static Name name(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException("'" + text + "' is not a DNS name", e);
        }
    }

    static List<Record> addresses(Name owner, List<Inet4Address> addresses) {
        return addresses.stream()
                .map(address -> (Record) new ARecord(owner, DClass.IN, TTL, address))
                .toList();
    }

    static Record pointer(Name owner, String target) {
        return new PTRRecord(owner, DClass.IN, TTL, name(target));
    }

    /** The records at the head of a zone. */
    List<Record> apex(Name zone, SiteNames names) {
        return List.of(startOfAuthority(zone), new NSRecord(zone, DClass.IN, TTL, serverIn(zone, names)));
    }

    /** RFC 2308 section 3: says for how long it holds that there is nothing. */
    Record startOfAuthority(Name zone) {
        return new SOARecord(
                zone,
                DClass.IN,
                TTL_OF_NOTHING,
                below(server.label(), zone).orElse(zone),
                below("hostmaster", zone).orElse(zone),
                SERIAL,
                REFRESH,
                RETRY,
                EXPIRE,
                TTL_OF_NOTHING);
    }

    /** The server's addresses beside records that name it. */
    List<Record> glue(List<Record> answer, SiteNames names) {
        return answer.stream()
                .filter(record -> record.getType() == Type.NS)
                .flatMap(record -> addresses(((NSRecord) record).getTarget(), List.of(server.address())).stream())
                .toList();
    }

    private Name serverIn(Name zone, SiteNames names) {
        if (!zone.subdomain(REVERSE)) {
            return below(server.label(), zone).orElse(zone);
        }
        return names.networks().stream()
                .flatMap(network -> network.domain().stream())
                .findFirst()
                .flatMap(domain -> below(server.label(), name(domain)))
                .orElseGet(() -> name(server.label()));
    }

    /** Whether a network is that of the server's own address. */
    boolean isAtHome(NamedNetwork network) {
        return Subnet.of(network).contains(Subnet.of(server.address()));
    }

    private static Optional<Name> below(String label, Name zone) {
        try {
            return Optional.of(Name.concatenate(Name.fromString(label), zone));
        } catch (NameTooLongException | TextParseException e) {
            return Optional.empty();
        }
    }
}
