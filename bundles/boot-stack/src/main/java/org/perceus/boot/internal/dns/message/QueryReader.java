package org.perceus.boot.internal.dns.message;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Reads queries. Pure: no octets that a network can send make it throw or hold more than them. */
public final class QueryReader {
    /** An OPT and a TSIG or SIG(0) record. */
    private static final int MOST_ADDITIONAL = 2;

    private QueryReader() {}

    /** What an octet string is. */
    public static Received read(byte[] message) {
        if (message.length < Header.LENGTH) {
            return new Received.Nothing();
        }
        ByteBuffer header = ByteBuffer.wrap(message);
        int id = header.getShort() & 0xffff;
        int flags = header.getShort() & 0xffff;
        if (flags >>> 15 != 0) {
            return new Received.Nothing();
        }
        int opcode = flags >>> 11 & 0xf;
        if (opcode != Opcode.QUERY) {
            return new Received.Wrong(Replies.bare(id, opcode, Rcode.NOTIMP), "not-implemented");
        }
        boolean single = header.getShort() == 1
                && header.getShort() == 0
                && header.getShort() == 0
                && (header.getShort() & 0xffff) <= MOST_ADDITIONAL;
        return single ? parse(id, message) : malformed(id);
    }

    private static Received parse(int id, byte[] octets) {
        try {
            return query(id, new Message(octets));
        } catch (IOException | RuntimeException e) {
            return malformed(id);
        }
    }

    private static Received query(int id, Message message) {
        List<Record> options = message.getSection(Section.ADDITIONAL).stream()
                .filter(record -> record.getType() == Type.OPT)
                .toList();
        if (message.getHeader().getFlag(Flags.TC)
                || message.getQuestion() == null
                || options.size() > 1
                || options.stream().anyMatch(record -> !record.getName().equals(Name.root))) {
            return malformed(id);
        }
        Query query = new Query(
                id,
                message.getQuestion(),
                message.getHeader().getFlag(Flags.RD),
                message.getHeader().getFlag(Flags.AD),
                message.getHeader().getFlag(Flags.CD),
                options.stream().findFirst().map(record -> edns((OPTRecord) record)));
        return query.edns().filter(said -> said.version() != 0).isPresent()
                ? new Received.Wrong(Replies.badVersion(query), "bad-version")
                : new Received.Asked(query);
    }

    private static Edns edns(OPTRecord record) {
        return new Edns(record.getPayloadSize(), record.getVersion(), (record.getFlags() & ExtendedFlags.DO) != 0);
    }

    private static Received malformed(int id) {
        return new Received.Wrong(Replies.bare(id, Opcode.QUERY, Rcode.FORMERR), "malformed");
    }
}
