package org.perceus.boot.internal.dns.forward;

import java.io.IOException;
import java.util.Optional;
import org.perceus.boot.internal.dns.message.Edns;
import org.perceus.boot.internal.dns.message.Query;
import org.perceus.boot.internal.dns.message.Replies;
import org.perceus.fuzz.Input;
import org.perceus.fuzz.Promise;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** What a resolver, or who plays one, sends for an answer, and what of it goes on to the client. */
public final class DnsAnswerFuzz {
    private static final Record QUESTION = question();

    private DnsAnswerFuzz() {}

    /** The client's flags, and the message of the resolver. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        Input input = new Input(bytes);
        int flags = input.octet();
        byte[] octets = input.rest();
        if (octets.length < 2) {
            return;
        }
        int id = (octets[0] & 0xff) << 8 | octets[1] & 0xff;
        Optional<Edns> edns =
                (flags & 1) == 0 ? Optional.empty() : Optional.of(new Edns(flags << 4, 0, (flags & 2) != 0));
        Query query = new Query(0x1234, QUESTION, true, (flags & 4) != 0, (flags & 8) != 0, edns);
        boolean stream = (flags & 16) != 0;
        Optional<Message> answer = Exchange.answer(octets, id, QUESTION);
        if (answer.isPresent()) {
            byte[] relayed = Replies.relayed(query, answer.get(), query.room(stream));
            Promise.kept(relayed.length <= query.room(stream), "an answer fits its client");
            Message read = new Message(relayed);
            Promise.equal(0x1234, read.getHeader().getID(), "an answer has the number of its question");
            Promise.kept(read.getHeader().getFlag(Flags.QR), "an answer is marked as one");
            Promise.equal(QUESTION, read.getQuestion(), "an answer has its question");
            Promise.equal(query.edns().isPresent(), read.getOPT() != null, "who speaks EDNS is answered in EDNS");
        }
    }

    private static Record question() {
        try {
            return Record.newRecord(Name.fromString("www.example.com."), Type.A, DClass.IN);
        } catch (TextParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
