package org.perceus.boot.internal.dns.message;

import java.nio.ByteBuffer;
import java.util.List;
import org.perceus.boot.internal.dns.zone.Answer;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Writes answers. Pure. */
public final class Replies {
    private static final int BAD_VERSION_HIGH = Rcode.BADVERS >>> 4;
    private static final int LARGEST_RCODE = 15;
    private static final int QR = 1 << 15;

    private Replies() {}

    /** An error for a client of whose message no more was understood than the header. */
    public static byte[] bare(int id, int opcode, int rcode) {
        return ByteBuffer.allocate(Header.LENGTH)
                .putShort((short) id)
                .putShort((short) (QR | opcode << 11 | rcode))
                .array();
    }

    /** What a client gets that speaks a later EDNS (RFC 6891 section 6.1.3). */
    static byte[] badVersion(Query query) {
        Message reply = begin(query, Rcode.NOERROR);
        reply.addRecord(new OPTRecord(Edns.LARGEST, BAD_VERSION_HIGH, 0), Section.ADDITIONAL);
        return reply.toWire(query.room(false));
    }

    /**
     * An error with the question.
     *
     * @param rcode 0 to 15
     */
    public static byte[] error(Query query, int rcode, boolean recursive) {
        Message reply = begin(query, rcode);
        flag(reply, Flags.RA, recursive);
        return finish(query, reply, query.room(false));
    }

    /** What this server says of its own names. */
    public static byte[] own(Query query, Answer answer, boolean recursive, int room) {
        Message reply = begin(query, answer.rcode());
        flag(reply, Flags.AA, true);
        flag(reply, Flags.RA, recursive);
        answer.records().forEach(record -> reply.addRecord(record, Section.ANSWER));
        answer.authority().forEach(record -> reply.addRecord(record, Section.AUTHORITY));
        answer.additional().forEach(record -> reply.addRecord(record, Section.ADDITIONAL));
        return finish(query, reply, room);
    }

    /**
     * What a resolver says, for a client that asked the same. What belongs to the resolver's own connection stays behind. An answer
     * that cannot be written again is none.
     */
    public static byte[] relayed(Query query, Message answer, int room) {
        try {
            return finish(query, relayed(query, answer), room);
        } catch (RuntimeException unwritable) {
            // the library reads some records that it cannot write, such as WKS without a service
            return error(query, Rcode.SERVFAIL, true);
        }
    }

    private static Message relayed(Query query, Message answer) {
        Message reply = begin(query, answer.getRcode() <= LARGEST_RCODE ? answer.getRcode() : Rcode.SERVFAIL);
        flag(reply, Flags.RA, true);
        flag(reply, Flags.TC, answer.getHeader().getFlag(Flags.TC));
        boolean wanted =
                query.authenticData() || query.edns().filter(Edns::dnssecOk).isPresent();
        flag(reply, Flags.AD, wanted && answer.getHeader().getFlag(Flags.AD));
        for (int section : List.of(Section.ANSWER, Section.AUTHORITY, Section.ADDITIONAL)) {
            answer.getSection(section).stream()
                    .filter(record -> !isOfConnection(record, section))
                    .forEach(record -> reply.addRecord(record, section));
        }
        return reply;
    }

    private static boolean isOfConnection(Record record, int section) {
        int type = record.getType();
        return type == Type.OPT || section == Section.ADDITIONAL && (type == Type.TSIG || type == Type.SIG);
    }

    private static Message begin(Query query, int rcode) {
        Message reply = new Message(query.id());
        flag(reply, Flags.QR, true);
        flag(reply, Flags.RD, query.recursionDesired());
        flag(reply, Flags.CD, query.checkingDisabled());
        reply.getHeader().setRcode(rcode);
        reply.addRecord(query.question(), Section.QUESTION);
        return reply;
    }

    private static void flag(Message reply, int flag, boolean on) {
        if (on) {
            reply.getHeader().setFlag(flag);
        }
    }

    private static byte[] finish(Query query, Message reply, int room) {
        query.edns().ifPresent(said -> {
            int flags = said.dnssecOk() ? ExtendedFlags.DO : 0;
            reply.addRecord(new OPTRecord(Edns.LARGEST, 0, 0, flags), Section.ADDITIONAL);
        });
        return reply.toWire(room);
    }
}
