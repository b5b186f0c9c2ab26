package org.perceus.boot.internal.dns.forward;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.perceus.boot.internal.dns.message.Edns;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** What is said to resolvers, and what counts as their answer. Pure. */
final class Exchange {
    private static final int STREAM = 65535;

    private Exchange() {}

    /**
     * Asks anew: nothing of the client's message goes further but what it asks.
     *
     * @param plain whether to do without EDNS
     */
    static byte[] query(int id, Subject subject, Record question, boolean plain) {
        Message query = new Message(id);
        query.getHeader().setFlag(Flags.RD);
        if (subject.checkingDisabled()) {
            query.getHeader().setFlag(Flags.CD);
        }
        if (subject.authenticData()) {
            query.getHeader().setFlag(Flags.AD);
        }
        query.addRecord(question, Section.QUESTION);
        if (!plain) {
            int flags = subject.dnssecOk() ? ExtendedFlags.DO : 0;
            query.addRecord(new OPTRecord(Edns.LARGEST, 0, 0, flags), Section.ADDITIONAL);
        }
        return query.toWire(STREAM);
    }

    /** The answer to that; empty when it is none: who sends that may not be the resolver (RFC 5452 section 9.1). */
    static Optional<Message> answer(byte[] octets, int id, Record question) {
        if (octets.length < Header.LENGTH || (ByteBuffer.wrap(octets).getShort() & 0xffff) != id) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Message(octets)).filter(message -> isAnswer(message, question));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isAnswer(Message message, Record question) {
        Record asked = message.getQuestion();
        return message.getHeader().getFlag(Flags.QR)
                && message.getHeader().getOpcode() == Opcode.QUERY
                && message.getHeader().getCount(Section.QUESTION) == 1
                && asked != null
                && asked.getName().equals(question.getName())
                && asked.getType() == question.getType()
                && asked.getDClass() == question.getDClass();
    }
}
