package org.perceus.boot.internal.dns.zone;

import java.util.List;
import java.util.Optional;
import org.perceus.address.Ipv4Address;
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

    private static final String HOSTMASTER = "hostmaster";

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

    static List<Record> addresses(Name owner, List<Ipv4Address> addresses) {
        return addresses.stream()
                .map(address -> (Record) new ARecord(owner, DClass.IN, TTL, address.forSocket()))
                .toList();
    }

    /** Empty when the domain leaves no room for the name of the host (RFC 1035 section 2.3.4). */
    static Optional<Record> pointer(Name owner, String target) {
        try {
            return Optional.of(new PTRRecord(owner, DClass.IN, TTL, Name.fromString(target, Name.root)));
        } catch (TextParseException e) {
            return Optional.empty();
        }
    }

    /** The records at the head of a zone. */
    List<Record> apex(Name zone, SiteNames names) {
        return List.of(startOfAuthority(zone, names), new NSRecord(zone, DClass.IN, TTL, self(zone, names)));
    }

    /** RFC 2308 section 3: says for how long it holds that there is nothing. */
    Record startOfAuthority(Name zone, SiteNames names) {
        Name self = self(zone, names);
        return new SOARecord(
                zone,
                DClass.IN,
                TTL_OF_NOTHING,
                self,
                below(HOSTMASTER, new Name(self, 1)).orElse(self),
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

    /** The server's name in a domain of the site; zones that are no such domain say the one in the first of these. */
    private Name self(Name zone, SiteNames names) {
        List<Name> domains = names.networks().stream()
                .flatMap(network -> network.domain().stream())
                .map(Records::name)
                .toList();
        Optional<Name> domain =
                domains.contains(zone) ? Optional.of(zone) : domains.stream().findFirst();
        return domain.flatMap(known -> below(server.label(), known)).orElseGet(() -> name(server.label()));
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
