package org.perceus.boot.internal.dns.zone;

import java.util.List;
import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.NamedNetwork;
import org.perceus.boot.SiteNames;
import org.xbill.DNS.DClass;
import org.xbill.DNS.HINFORecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Says who answers which question, and what this server answers. Pure. */
public final class Zones {
    /** What is not a type of records, but asks for something else (RFC 6895 section 3.1). */
    private static final int FIRST_QUESTION_TYPE = 128;

    private final NameServer server;
    private final Records records;
    private final ForwardZones forward;
    private final ReverseZones reverse;
    private final SpecialZones special = new SpecialZones();

    /** @param server of which the zones speak */
    public Zones(NameServer server) {
        this.server = server;
        this.records = new Records(server);
        this.forward = new ForwardZones(records, server);
        this.reverse = new ReverseZones(records, server);
    }

    /** Whether an address may ask at all. */
    public static boolean serves(SiteNames names, Ipv4Address client) {
        Subnet asking = Subnet.of(client);
        for (NamedNetwork network : names.networks()) {
            if (Subnet.of(network).contains(asking)) {
                return true;
            }
        }
        return false;
    }

    /** Who answers, and what. */
    public Resolution decide(Record question, SiteNames names) {
        int type = question.getType();
        if (question.getDClass() != DClass.IN || type == Type.OPT || isQuestionType(type)) {
            return new Resolution.Refuse();
        }
        Name name = question.getName();
        Optional<Entry> entry = reverse.find(name, names)
                .or(() -> forward.find(name, names))
                .or(() -> special.find(name, server.forwardPrivate()))
                .or(() -> forward.bare(name, type, names));
        if (entry.isEmpty()) {
            // RFC 8482 section 4: ANY is of use to those who want large answers
            return type == Type.ANY ? new Resolution.Refuse() : new Resolution.Forward();
        }
        return new Resolution.Authoritative(answer(question, entry.get(), names));
    }

    private static boolean isQuestionType(int type) {
        return type >= FIRST_QUESTION_TYPE && type < Type.ANY;
    }

    private Answer answer(Record question, Entry entry, SiteNames names) {
        List<Record> nothing = entry.zone().map(zone -> records.startOfAuthority(zone, names)).stream()
                .toList();
        if (!entry.exists()) {
            return new Answer(Rcode.NXDOMAIN, List.of(), nothing, List.of());
        }
        if (question.getType() == Type.ANY) {
            Record minimal = new HINFORecord(question.getName(), DClass.IN, Records.TTL, "RFC8482", "");
            return new Answer(Rcode.NOERROR, List.of(minimal), List.of(), List.of());
        }
        List<Record> wanted = entry.records().stream()
                .filter(record -> record.getType() == question.getType())
                .toList();
        return wanted.isEmpty()
                ? new Answer(Rcode.NOERROR, List.of(), nothing, List.of())
                : new Answer(Rcode.NOERROR, wanted, List.of(), records.glue(wanted, names));
    }
}
