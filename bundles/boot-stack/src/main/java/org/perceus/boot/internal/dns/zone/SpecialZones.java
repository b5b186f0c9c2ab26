package org.perceus.boot.internal.dns.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.perceus.address.IpAddress;
import org.perceus.address.Ipv4Address;
import org.perceus.address.Ipv6Address;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/**
 * Names that nobody on the Internet can know anything of: those of private and special addresses (RFC 6303 section 4, RFC
 * 7793), and those of RFC 6761 and RFC 7686.
 */
final class SpecialZones {
    private static final IpAddress LOOPBACK = Ipv4Address.of(0x7f000001);
    private static final IpAddress LOOPBACK_6 = new Ipv6Address(0, 1);
    private static final Name LOCALHOST = Records.name("localhost");
    private static final Set<Name> NOWHERE = Set.of(Records.name("invalid"), Records.name("onion"));

    private static final Set<Name> PRIVATE = Stream.of(
                    Stream.of(
                            "10.in-addr.arpa",
                            "168.192.in-addr.arpa",
                            "0.in-addr.arpa",
                            "127.in-addr.arpa",
                            "254.169.in-addr.arpa",
                            "2.0.192.in-addr.arpa",
                            "100.51.198.in-addr.arpa",
                            "113.0.203.in-addr.arpa",
                            "255.255.255.255.in-addr.arpa",
                            "0." + "0.".repeat(31) + "ip6.arpa",
                            "1." + "0.".repeat(31) + "ip6.arpa",
                            "d.f.ip6.arpa",
                            "8.e.f.ip6.arpa",
                            "9.e.f.ip6.arpa",
                            "a.e.f.ip6.arpa",
                            "b.e.f.ip6.arpa",
                            "8.b.d.0.1.0.0.2.ip6.arpa"),
                    IntStream.rangeClosed(16, 31).mapToObj(octet -> octet + ".172.in-addr.arpa"),
                    IntStream.rangeClosed(64, 127).mapToObj(octet -> octet + ".100.in-addr.arpa"))
            .flatMap(zones -> zones)
            .map(Records::name)
            .collect(Collectors.toUnmodifiableSet());

    /** Looks a name up; empty when others have to be asked. */
    Optional<Entry> find(Name name, boolean forwardPrivate) {
        if (name.subdomain(LOCALHOST)) {
            return Optional.of(new Entry(Optional.of(LOCALHOST), true, loopback(name)));
        }
        return above(name, NOWHERE)
                .or(() -> forwardPrivate ? Optional.empty() : above(name, PRIVATE))
                .map(zone -> new Entry(Optional.of(zone), name.equals(zone), List.of()));
    }

    static boolean isPrivate(Name name) {
        return above(name, PRIVATE).isPresent();
    }

    private static Optional<Name> above(Name name, Set<Name> zones) {
        return IntStream.range(0, name.labels())
                .mapToObj(dropped -> new Name(name, dropped))
                .filter(zones::contains)
                .findFirst();
    }

    private static List<Record> loopback(Name name) {
        List<Record> records = new ArrayList<>();
        records.add(new ARecord(name, DClass.IN, Records.TTL, LOOPBACK.forSocket()));
        records.add(new AAAARecord(name, DClass.IN, Records.TTL, LOOPBACK_6.forSocket()));
        return records;
    }
}
