package org.perceus.boot.internal.dns;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.Test;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.internal.dns.forward.Forwarder;
import org.perceus.boot.internal.dns.forward.Line;
import org.perceus.boot.internal.dns.forward.Resolver;
import org.perceus.boot.internal.dns.limit.LimitWatch;
import org.perceus.boot.internal.dns.limit.RefusalBudget;
import org.perceus.boot.internal.dns.message.Client;
import org.perceus.boot.internal.dns.zone.NameServer;
import org.perceus.boot.internal.dns.zone.Zones;
import org.perceus.boot.internal.net.Counters;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Damaged questions and damaged answers of resolvers: nothing throws, and what is sent can be read. */
public class DnsFuzzTest {
    private static final int ROUNDS = 20_000;

    private final Counters counters = new Counters();
    private final LimitWatch limits = new LimitWatch("dns", counters.scope("dns"));
    private long now;
    private Random random;

    /** Resolvers that send a damaged answer back. */
    private final Line.Opener damaging = (resolver, stream, message, ear) -> {
        byte[] answer = message.clone();
        answer[2] |= (byte) 0x80;
        later = () -> ear.heard(damage(answer));
        return () -> {};
    };

    private Runnable later = () -> {};

    private final Client client = new Client() {
        @Override
        public Ipv4Address address() {
            return TestNames.address("10.10.0.101");
        }

        @Override
        public boolean stream() {
            return false;
        }

        @Override
        public void answer(byte[] message) {
            try {
                assertTrue(message.length <= 1232);
                assertTrue(new Message(message).getHeader().getFlag(Flags.QR));
            } catch (IOException e) {
                throw new AssertionError("an answer that cannot be read", e);
            }
        }
    };

    @Test(timeout = 60_000)
    public void survivesDamagedMessagesOfAFixedSeed() {
        run(20261129L);
    }

    @Test(timeout = 60_000)
    public void survivesDamagedMessagesOfARandomSeed() {
        run(System.nanoTime());
    }

    private void run(long seed) {
        random = new Random(seed);
        Forwarder forwarder = new Forwarder(
                List.of(new Resolver(TestNames.address("192.0.2.53").forSocket(), 53)),
                damaging,
                random,
                () -> now,
                counters.scope("dns"),
                limits);
        DnsExchange exchange = new DnsExchange(
                new Zones(new NameServer("perceus", TestNames.address("10.10.0.1"), false)),
                () -> Optional.of(TestNames::sample),
                forwarder,
                new RefusalBudget(Integer.MAX_VALUE, () -> now),
                limits,
                counters.scope("dns"));
        List<byte[]> originals = List.of(
                query("n0001.cluster.example", Type.A),
                query("101.0.10.10.in-addr.arpa", Type.PTR),
                query("www.example.com", Type.A),
                query("www.example.com", Type.DNSKEY),
                query("a.very.long.name.with.labels.localhost", Type.ANY));
        for (int round = 0; round < ROUNDS; round++) {
            byte[] message = damage(originals.get(random.nextInt(originals.size())));
            try {
                exchange.received(message, client);
                later.run();
                later = () -> {};
                now += 100_000_000;
                forwarder.tick();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + " round " + round, e);
            }
        }
    }

    private static byte[] query(String name, int type) {
        Message query = new Message(1);
        query.getHeader().setFlag(Flags.RD);
        query.addRecord(TestNames.question(name, type), Section.QUESTION);
        query.addRecord(new OPTRecord(4096, 0, 0, ExtendedFlags.DO), Section.ADDITIONAL);
        return query.toWire();
    }

    private byte[] damage(byte[] original) {
        byte[] message = original.clone();
        for (int i = random.nextInt(4); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> message[random.nextInt(message.length)] = (byte) random.nextInt();
                case 1 -> message = Arrays.copyOf(message, 1 + random.nextInt(message.length + 100));
                // a pointer to anywhere
                case 2 -> {
                    int at = random.nextInt(message.length);
                    message[at] = (byte) 0xc0;
                    message[Math.min(at + 1, message.length - 1)] = (byte) random.nextInt(message.length);
                }
                default -> {
                    int from = random.nextInt(message.length);
                    int length = Math.min(random.nextInt(20), message.length - from);
                    System.arraycopy(message, from, message, random.nextInt(message.length - length + 1), length);
                }
            }
        }
        return message;
    }
}
