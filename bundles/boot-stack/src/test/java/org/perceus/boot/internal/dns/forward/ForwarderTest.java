package org.perceus.boot.internal.dns.forward;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.internal.dns.TestNames;
import org.perceus.boot.internal.dns.limit.Limit;
import org.perceus.boot.internal.dns.limit.LimitWatch;
import org.perceus.boot.internal.dns.message.Client;
import org.perceus.boot.internal.dns.message.Query;
import org.perceus.boot.internal.net.Counters;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

public class ForwarderTest {
    private static final Resolver FIRST =
            new Resolver(TestNames.address("192.0.2.1").forSocket(), 53);
    private static final Resolver SECOND =
            new Resolver(TestNames.address("192.0.2.2").forSocket(), 53);

    private final Counters counters = new Counters();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Message> answers = new ArrayList<>();
    private long now;
    private Forwarder forwarder = forwarder(FIRST, SECOND);

    /** A message that a resolver was sent. */
    private static final class Sent implements Line {
        private final Resolver resolver;
        private final Message message;
        private final Ear ear;
        private boolean closed;

        private Sent(Resolver resolver, Message message, Ear ear) {
            this.resolver = resolver;
            this.message = message;
            this.ear = ear;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private Forwarder forwarder(Resolver... resolvers) {
        return new Forwarder(
                List.of(resolvers),
                this::open,
                new Random(1),
                () -> now,
                counters.scope("dns"),
                new LimitWatch("dns", counters.scope("dns")));
    }

    private Line open(Resolver resolver, boolean stream, byte[] message, Line.Ear ear) {
        try {
            Sent one = new Sent(resolver, new Message(message), ear);
            sent.add(one);
            return one;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Sent last() {
        return sent.get(sent.size() - 1);
    }

    private Optional<Limit> ask(String name, String client) {
        Query query = new Query(sent.size(), TestNames.question(name, Type.A), true, false, false, Optional.empty());
        return forwarder.ask(query, new Client() {
            @Override
            public Ipv4Address address() {
                return TestNames.address(client);
            }

            @Override
            public boolean stream() {
                return false;
            }

            @Override
            public void answer(byte[] message) {
                try {
                    answers.add(new Message(message));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        });
    }

    private static Message answerTo(Sent question, int rcode) {
        Message answer = new Message(question.message.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setRcode(rcode);
        Record asked = question.message.getQuestion();
        answer.addRecord(asked, Section.QUESTION);
        if (rcode == Rcode.NOERROR) {
            answer.addRecord(
                    new ARecord(
                            asked.getName(),
                            DClass.IN,
                            5,
                            TestNames.address("192.0.2.80").forSocket()),
                    Section.ANSWER);
        }
        return answer;
    }

    private static void hear(Sent question, Message answer) {
        question.ear.heard(answer.toWire());
    }

    private void pass(double seconds) {
        now += (long) (seconds * 1e9);
        forwarder.tick();
    }

    private long counted(String what) {
        return counters.counters().getOrDefault("dns." + what, 0L);
    }

    @Test
    public void handsTheAnswerOn() {
        ask("www.example.com", "10.10.0.2");
        assertEquals(FIRST, last().resolver);
        assertTrue(last().message.getHeader().getFlag(Flags.RD));
        assertEquals(1232, last().message.getOPT().getPayloadSize());
        hear(last(), answerTo(last(), Rcode.NOERROR));
        assertEquals(
                "192.0.2.80", answers.get(0).getSection(Section.ANSWER).get(0).rdataToString());
        assertTrue(last().closed);
        assertTrue(forwarder.isIdle());
    }

    @Test
    public void asksTheNextWhenOneIsSilentAndStaysWithIt() {
        ask("www.example.com", "10.10.0.2");
        int id = last().message.getHeader().getID();
        pass(1.9);
        assertEquals(1, sent.size());
        pass(0.1);
        assertEquals(2, sent.size());
        assertTrue(sent.get(0).closed);
        assertEquals(SECOND, last().resolver);
        assertNotEquals(id, last().message.getHeader().getID());
        hear(last(), answerTo(last(), Rcode.NOERROR));
        ask("other.example.com", "10.10.0.2");
        assertEquals(SECOND, last().resolver);
    }

    @Test
    public void saysWithinFourSecondsThatNobodyAnswers() {
        ask("www.example.com", "10.10.0.2");
        pass(2);
        pass(2);
        assertEquals(Rcode.SERVFAIL, answers.get(0).getRcode());
        assertEquals(2, sent.size());
        assertTrue(forwarder.isIdle());
    }

    @Test
    public void asksASingleResolverAgain() {
        forwarder = forwarder(FIRST);
        ask("www.example.com", "10.10.0.2");
        pass(2);
        assertEquals(2, sent.size());
        last().ear.failed();
        assertEquals(
                "who is not there is not asked again at once",
                Rcode.SERVFAIL,
                answers.get(0).getRcode());
    }

    @Test
    public void asksTheNextWhenOneIsNotThereOrUnable() {
        ask("www.example.com", "10.10.0.2");
        last().ear.failed();
        assertEquals(SECOND, last().resolver);
        hear(last(), answerTo(last(), Rcode.SERVFAIL));
        assertEquals("the last word counts", Rcode.SERVFAIL, answers.get(0).getRcode());
        forwarder = forwarder(FIRST, SECOND);
        ask("www.example.com", "10.10.0.2");
        hear(last(), answerTo(last(), Rcode.REFUSED));
        assertEquals(SECOND, last().resolver);
        hear(last(), answerTo(last(), Rcode.NXDOMAIN));
        assertEquals(Rcode.NXDOMAIN, answers.get(1).getRcode());
    }

    @Test
    public void asksWithoutEdnsWhoDoesNotKnowIt() {
        ask("www.example.com", "10.10.0.2");
        hear(last(), answerTo(last(), Rcode.FORMERR));
        assertEquals(FIRST, last().resolver);
        assertEquals(null, last().message.getOPT());
        hear(last(), answerTo(last(), Rcode.FORMERR));
        assertEquals("once", 2, sent.size());
        assertEquals(Rcode.FORMERR, answers.get(0).getRcode());
    }

    @Test
    public void takesNoAnswerToAnotherQuestion() {
        ask("www.example.com", "10.10.0.2");
        Message wrongId = answerTo(last(), Rcode.NOERROR);
        wrongId.getHeader().setID(wrongId.getHeader().getID() ^ 1);
        hear(last(), wrongId);
        Message wrongName = new Message(last().message.getHeader().getID());
        wrongName.getHeader().setFlag(Flags.QR);
        wrongName.addRecord(TestNames.question("www.example.org", Type.A), Section.QUESTION);
        hear(last(), wrongName);
        Message question = last().message;
        hear(last(), question);
        last().ear.heard(new byte[3]);
        assertEquals(4, counted("strange-answers"));
        assertEquals(List.of(), answers);
        hear(last(), answerTo(last(), Rcode.NOERROR));
        assertEquals(1, answers.size());
    }

    @Test
    public void takesAnotherNumberAndPortFromOneWhoGuesses() {
        ask("www.example.com", "10.10.0.2");
        for (int guess = 0; guess < 10; guess++) {
            sent.get(0).ear.heard(new byte[12]);
        }
        assertTrue(sent.get(0).closed);
        assertEquals(2, sent.size());
    }

    @Test
    public void asksOnceForAll() {
        ask("www.example.com", "10.10.0.2");
        ask("WWW.example.com", "10.10.0.3");
        assertEquals(1, sent.size());
        hear(last(), answerTo(last(), Rcode.NOERROR));
        assertEquals(2, answers.size());
        assertEquals("WWW.example.com.", answers.get(1).getQuestion().getName().toString());
    }

    @Test
    public void aQuestionThatComesBackEndsHere() {
        ask("www.example.com", "10.10.0.2");
        ask("www.example.com", "10.10.0.1");
        assertEquals("a loop has one turn", 1, sent.size());
        pass(2);
        pass(2);
        assertEquals(2, answers.size());
        assertTrue(forwarder.isIdle());
    }

    @Test
    public void oneClientDoesNotFillIt() {
        for (int i = 0; i < 32; i++) {
            assertEquals(Optional.empty(), ask("n" + i + ".example.com", "10.10.0.2"));
        }
        assertEquals(Optional.of(Limit.WAITING_OF_CLIENT), ask("more.example.com", "10.10.0.2"));
        assertEquals(Optional.empty(), ask("other.example.com", "10.10.0.3"));
        pass(2);
        pass(2);
        assertEquals(Optional.empty(), ask("more.example.com", "10.10.0.2"));
    }

    @Test
    public void manyClientsDoNotFillMemory() {
        int taken = 0;
        for (int i = 0; i < 10_000; i++) {
            if (ask("n" + i + ".example.com", "10.10." + i / 250 + "." + i % 250)
                    .isEmpty()) {
                taken++;
            }
        }
        assertEquals(512, taken);
        assertEquals(512, sent.size());
        assertEquals(10_000 - 512, counted("waiting-overload"));
        assertEquals("who asks the same may wait, too", Optional.empty(), ask("n1.example.com", "10.10.200.1"));
        pass(2);
        pass(2);
        assertEquals(513, answers.size());
        assertTrue(forwarder.isIdle());
    }

    @Test
    public void closesItsLines() {
        ask("www.example.com", "10.10.0.2");
        assertFalse(last().closed);
        forwarder.close();
        assertTrue(last().closed);
    }
}
