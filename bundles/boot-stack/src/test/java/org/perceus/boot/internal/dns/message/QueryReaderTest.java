package org.perceus.boot.internal.dns.message;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.Test;
import org.perceus.boot.internal.dns.TestNames;
import org.perceus.boot.internal.dns.zone.Answer;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

public class QueryReaderTest {
    private static final Record QUESTION = TestNames.question("N0001.cluster.example", Type.A);

    private static Message query() {
        Message query = new Message(4711);
        query.getHeader().setFlag(Flags.RD);
        query.addRecord(QUESTION, Section.QUESTION);
        return query;
    }

    private static Message answer(Received received) throws IOException {
        return new Message(((Received.Wrong) received).answer());
    }

    private static void assertWrong(int rcode, byte[] octets) throws IOException {
        Message answer = answer(QueryReader.read(octets));
        assertEquals(rcode, answer.getRcode());
        assertTrue(answer.getHeader().getFlag(Flags.QR));
        assertEquals(4711, answer.getHeader().getID());
    }

    @Test
    public void readsAQuestion() {
        Query query = ((Received.Asked) QueryReader.read(query().toWire())).query();
        assertEquals(new Query(4711, QUESTION, true, false, false, Optional.empty()), query);
        assertEquals("N0001.cluster.example.", query.question().getName().toString());
        assertEquals(512, query.room(false));
        assertEquals(65535, query.room(true));
    }

    @Test
    public void boundsWhatEdnsAsksFor() {
        for (int[] pair : new int[][] {{0, 512}, {600, 600}, {4096, 1232}, {65535, 1232}}) {
            Message query = query();
            query.addRecord(new OPTRecord(pair[0], 0, 0, ExtendedFlags.DO), Section.ADDITIONAL);
            Query read = ((Received.Asked) QueryReader.read(query.toWire())).query();
            assertEquals(pair[1], read.room(false));
            assertTrue(read.edns().get().dnssecOk());
        }
    }

    @Test
    public void saysThatItDoesNotKnowLaterVersions() throws IOException {
        Message query = query();
        query.addRecord(new OPTRecord(1232, 0, 1), Section.ADDITIONAL);
        assertWrong(Rcode.BADVERS, query.toWire());
    }

    @Test
    public void refusesOtherThings() throws IOException {
        Message update = query();
        update.getHeader().setOpcode(Opcode.UPDATE);
        assertWrong(Rcode.NOTIMP, update.toWire());
        Message two = query();
        two.addRecord(QUESTION, Section.QUESTION);
        assertWrong(Rcode.FORMERR, two.toWire());
        assertWrong(Rcode.FORMERR, new Message(4711).toWire());
        Message twice = query();
        twice.addRecord(new OPTRecord(512, 0, 0), Section.ADDITIONAL);
        twice.addRecord(new OPTRecord(512, 0, 0), Section.ADDITIONAL);
        assertWrong(Rcode.FORMERR, twice.toWire());
        byte[] whole = query().toWire();
        assertWrong(Rcode.FORMERR, Arrays.copyOf(whole, whole.length - 1));
    }

    @Test
    public void answersNoAnswer() {
        Message answer = query();
        answer.getHeader().setFlag(Flags.QR);
        assertEquals(new Received.Nothing(), QueryReader.read(answer.toWire()));
        assertEquals(new Received.Nothing(), QueryReader.read(new byte[11]));
        assertEquals(new Received.Nothing(), QueryReader.read(new byte[0]));
    }

    @Test
    public void reservesNothingForRecordsThatAreOnlyAnnounced() throws IOException {
        byte[] liar = query().toWire();
        Arrays.fill(liar, 6, 12, (byte) 0xff);
        assertWrong(Rcode.FORMERR, liar);
    }

    @Test
    public void cutsAnswersThatAreTooLarge() throws IOException {
        Query query = ((Received.Asked) QueryReader.read(query().toWire())).query();
        List<Record> many = IntStream.range(0, 200)
                .mapToObj(number -> (Record) new ARecord(
                        QUESTION.getName(),
                        DClass.IN,
                        60,
                        TestNames.address("10.10.1." + number).forSocket()))
                .toList();
        Answer answer = new Answer(Rcode.NOERROR, many, List.of(), List.of());
        byte[] cut = Replies.own(query, answer, true, query.room(false));
        assertTrue(cut.length <= 512);
        assertTrue(new Message(cut).getHeader().getFlag(Flags.TC));
        byte[] whole = Replies.own(query, answer, true, query.room(true));
        assertFalse(new Message(whole).getHeader().getFlag(Flags.TC));
        assertEquals(200, new Message(whole).getSection(Section.ANSWER).size());
    }

    @Test
    public void keepsTheConnectionOfTheResolverToItself() throws IOException {
        Query query = ((Received.Asked) QueryReader.read(query().toWire())).query();
        Message answer = new Message(99);
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.AA);
        answer.getHeader().setFlag(Flags.AD);
        answer.addRecord(QUESTION, Section.QUESTION);
        answer.addRecord(new OPTRecord(4096, 0, 0), Section.ADDITIONAL);
        Message relayed = new Message(Replies.relayed(query, answer, 512));
        assertEquals(4711, relayed.getHeader().getID());
        assertFalse(relayed.getHeader().getFlag(Flags.AA));
        assertFalse("nobody asked for it", relayed.getHeader().getFlag(Flags.AD));
        assertTrue(relayed.getHeader().getFlag(Flags.RA));
        assertEquals(null, relayed.getOPT());
        assertEquals(
                Name.fromString("N0001.cluster.example.").toString(),
                relayed.getQuestion().getName().toString());
    }

    @Test
    public void anAnswerThatCannotBeWrittenAgainIsNone() throws IOException {
        Query query = ((Received.Asked) QueryReader.read(query().toWire())).query();
        Message answer = new Message(99);
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(QUESTION, Section.QUESTION);
        byte[] withoutServices = {10, 0, 0, 1, 6};
        answer.addRecord(
                Record.newRecord(QUESTION.getName(), Type.WKS, DClass.IN, 60, withoutServices), Section.ANSWER);
        Message relayed = new Message(Replies.relayed(query, answer, 512));
        assertEquals(Rcode.SERVFAIL, relayed.getRcode());
        assertEquals(4711, relayed.getHeader().getID());
    }
}
