package org.perceus.boot.internal.dns.zone;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.NamedNetwork;
import org.perceus.boot.SiteNames;
import org.perceus.boot.internal.dns.message.Query;
import org.perceus.boot.internal.dns.message.QueryReader;
import org.perceus.boot.internal.dns.message.Received;
import org.perceus.boot.internal.dns.message.Replies;
import org.perceus.fuzz.Promise;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/** A message on the DNS server's port: what it asks, who answers, and with what. */
public final class DnsFuzz {
    private static final Ipv4Address HOST = Ipv4Address.of(0x0a0a0065);
    private static final SiteNames NAMES = new OneHost();
    private static final Zones ZONES = new Zones(new NameServer("perceus", Ipv4Address.of(0x0a0a0001), false));

    private DnsFuzz() {}

    private record OneHost() implements SiteNames {
        @Override
        public List<NamedNetwork> networks() {
            return List.of(new NamedNetwork(Ipv4Address.of(0x0a0a0000), 24, Optional.of("cluster.example")));
        }

        @Override
        public List<Ipv4Address> addresses(String label, Optional<String> domain) {
            return label.equals("n0001") ? List.of(HOST) : List.of();
        }

        @Override
        public Optional<String> name(Ipv4Address address) {
            return address.equals(HOST) ? Optional.of("n0001.cluster.example") : Optional.empty();
        }
    }

    /** One message. */
    public static void fuzzerTestOneInput(byte[] message) throws IOException {
        Received received = QueryReader.read(message);
        if (received instanceof Received.Wrong wrong) {
            isAnswer(wrong.answer(), message);
        } else if (received instanceof Received.Asked asked) {
            Query query = asked.query();
            Promise.equal(received, QueryReader.read(written(query)), "what is written is read again");
            Message refusal = isAnswer(Replies.error(query, Rcode.REFUSED, true), message);
            Promise.equal(query.question(), refusal.getQuestion(), "an answer has its question");
            if (ZONES.decide(query.question(), NAMES) instanceof Resolution.Authoritative own) {
                for (boolean stream : new boolean[] {false, true}) {
                    byte[] answer = Replies.own(query, own.answer(), true, query.room(stream));
                    isAnswer(answer, message);
                    Promise.kept(answer.length <= query.room(stream), "an answer fits its client");
                }
            }
        }
    }

    /** What is sent can be read, and is no question, which could be answered again. */
    private static Message isAnswer(byte[] answer, byte[] asked) throws IOException {
        Promise.kept(answer[0] == asked[0] && answer[1] == asked[1], "an answer has the number of its question");
        Message read = new Message(answer);
        Promise.kept(read.getHeader().getFlag(Flags.QR), "an answer is marked as one");
        Promise.kept(answer.length >= Header.LENGTH, "an answer has a header");
        return read;
    }

    private static byte[] written(Query query) {
        Message message = new Message(query.id());
        flag(message, Flags.RD, query.recursionDesired());
        flag(message, Flags.AD, query.authenticData());
        flag(message, Flags.CD, query.checkingDisabled());
        message.addRecord(query.question(), Section.QUESTION);
        query.edns()
                .ifPresent(said -> message.addRecord(
                        new OPTRecord(said.payload(), 0, said.version(), said.dnssecOk() ? ExtendedFlags.DO : 0),
                        Section.ADDITIONAL));
        return message.toWire();
    }

    private static void flag(Message message, int flag, boolean on) {
        if (on) {
            message.getHeader().setFlag(flag);
        }
    }
}
