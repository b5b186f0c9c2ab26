package org.perceus.boot.internal.dhcp;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.Test;
import org.perceus.boot.internal.net.Counters;

/** Real packets that were damaged: nothing throws, and what can be read can be written and read again. */
public class DhcpFuzzTest {
    private static final int ROUNDS = 20_000;
    private static final int ROOM = 8000;

    @Test(timeout = 60_000)
    public void survivesDamagedPacketsOfAFixedSeed() {
        run(20261123L);
    }

    @Test(timeout = 60_000)
    public void survivesDamagedPacketsOfARandomSeed() {
        run(System.nanoTime());
    }

    private static void run(long seed) {
        Random random = new Random(seed);
        Counters counters = new Counters();
        Dialogue dialogue = Dialogue.of(Policies.SERVER);
        DhcpExchange exchange = new DhcpExchange(
                dialogue.replies(),
                () -> Optional.of(client -> CompletableFuture.completedFuture(Policies.serve("10.0.0.9"))),
                new InFlight(100, Policies.PATIENCE, () -> 0L),
                (packet, to) -> assertTrue(DhcpParser.parse(packet) instanceof Decoded.Message),
                (address, machine) -> true,
                counters.scope("dhcp"));
        List<byte[]> originals = Captures.ALL.stream().map(Captures::bytes).toList();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] packet = damage(originals.get(random.nextInt(originals.size())), random);
            try {
                check(packet);
                exchange.received(ByteBuffer.wrap(packet), dialogue.classifier());
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + " round " + round, e);
            }
        }
        assertEquals(ROUNDS, (long) counters.counters().get("dhcp.received"));
        assertNull("seed " + seed, counters.counters().get("dhcp.answer-failed"));
    }

    private static void check(byte[] packet) {
        if (DhcpParser.parse(ByteBuffer.wrap(packet)) instanceof Decoded.Message decoded) {
            Decoded again = DhcpParser.parse(DhcpWriter.write(decoded.message(), ROOM));
            assertEquals(new Decoded.Message(decoded.message(), Optional.empty()), again);
        }
    }

    private static byte[] damage(byte[] original, Random random) {
        byte[] packet = original.clone();
        for (int i = random.nextInt(6); i >= 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> packet[random.nextInt(packet.length)] = (byte) random.nextInt();
                case 1 -> packet = Arrays.copyOf(packet, 1 + random.nextInt(packet.length + 200));
                case 2 -> {
                    // Options are where parsers break: most damage goes there.
                    if (packet.length > 241) {
                        packet[240 + random.nextInt(packet.length - 240)] = (byte) random.nextInt();
                    }
                }
                default -> {
                    int from = random.nextInt(packet.length);
                    int length = Math.min(random.nextInt(40), packet.length - from);
                    System.arraycopy(packet, from, packet, random.nextInt(packet.length - length + 1), length);
                }
            }
        }
        return packet;
    }
}
