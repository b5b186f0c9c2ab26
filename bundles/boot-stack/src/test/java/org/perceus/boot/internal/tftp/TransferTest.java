package org.perceus.boot.internal.tftp;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

/** The state machine alone, packet by packet, and against a simulated network. */
public class TransferTest {
    private static final int TRIES = 10;
    private static final long MILLISECOND = 1_000_000;

    private final List<String> sent = new ArrayList<>();
    private final Transfer.Out recorder = new Transfer.Out() {
        @Override
        public void optionsAck() {
            sent.add("oack");
        }

        @Override
        public void data(int number, long offset, int length) {
            sent.add(number + "@" + offset + "+" + length);
        }
    };

    private static Terms terms(int block, int window) {
        return Terms.agree(
                Map.of("blksize", Integer.toString(block), "windowsize", Integer.toString(window)), 0, 65464);
    }

    private static Terms plain() {
        return Terms.agree(Map.of(), 0, 65464);
    }

    private List<String> after(Transfer transfer, int ack, long now) {
        sent.clear();
        transfer.received(new TftpPacket.Ack(ack), now);
        return List.copyOf(sent);
    }

    @Test
    public void sendsBlockAfterBlock() {
        Transfer transfer = new Transfer(plain(), 1100, TRIES, recorder);
        transfer.start(0);
        assertEquals(List.of("1@0+512"), sent);
        assertEquals(List.of("2@512+512"), after(transfer, 1, 1));
        assertEquals(List.of("3@1024+76"), after(transfer, 2, 2));
        assertEquals(List.of(), after(transfer, 3, 3));
        assertEquals(Transfer.State.COMPLETED, transfer.state());
    }

    @Test
    public void endsAFileOfWholeBlocksWithAnEmptyOne() {
        Transfer transfer = new Transfer(plain(), 512, TRIES, recorder);
        transfer.start(0);
        assertEquals(List.of("2@512+0"), after(transfer, 1, 1));
        after(transfer, 2, 2);
        assertEquals(Transfer.State.COMPLETED, transfer.state());
    }

    @Test
    public void sendsAnEmptyFile() {
        Transfer transfer = new Transfer(plain(), 0, TRIES, recorder);
        transfer.start(0);
        assertEquals(List.of("1@0+0"), sent);
    }

    @Test
    public void waitsForTheClientsConsentToOptions() {
        Transfer transfer = new Transfer(terms(1000, 1), 1500, TRIES, recorder);
        transfer.start(0);
        assertEquals(List.of("oack"), sent);
        assertEquals(List.of("1@0+1000"), after(transfer, 0, 1));
        assertEquals(List.of(), after(transfer, 0, 2));
    }

    @Test
    public void fillsTheWindow() {
        Transfer transfer = new Transfer(terms(1000, 3), 4500, TRIES, recorder);
        transfer.start(0);
        assertEquals(List.of("1@0+1000", "2@1000+1000", "3@2000+1000"), after(transfer, 0, 1));
        assertEquals(List.of("4@3000+1000", "5@4000+500"), after(transfer, 3, 2));
        after(transfer, 5, 3);
        assertEquals(Transfer.State.COMPLETED, transfer.state());
    }

    @Test
    public void goesOnFromWhereAGapIsInTheWindow() {
        Transfer transfer = new Transfer(terms(1000, 4), 9000, TRIES, recorder);
        transfer.start(0);
        after(transfer, 0, MILLISECOND);
        assertEquals(
                List.of("3@2000+1000", "4@3000+1000", "5@4000+1000", "6@5000+1000"),
                after(transfer, 2, 2 * MILLISECOND));
    }

    @Test
    public void repeatsAWindowWhoseFirstBlockWasLost() {
        Transfer transfer = new Transfer(terms(1000, 2), 9000, TRIES, recorder);
        transfer.start(0);
        after(transfer, 0, MILLISECOND);
        after(transfer, 2, 2 * MILLISECOND);
        assertEquals(
                "a duplicate on the heels of the first is none of its own",
                List.of(),
                after(transfer, 2, 2 * MILLISECOND + 1));
        assertEquals(List.of("3@2000+1000", "4@3000+1000"), after(transfer, 2, 4 * MILLISECOND));
    }

    @Test
    public void ignoresWhatWasAcknowledgedBefore() {
        Transfer transfer = new Transfer(plain(), 5000, TRIES, recorder);
        transfer.start(0);
        after(transfer, 1, MILLISECOND);
        assertEquals("or every packet would double", List.of(), after(transfer, 1, 5 * MILLISECOND));
        assertEquals(List.of(), after(transfer, 0, 6 * MILLISECOND));
        assertEquals("not sent yet", List.of(), after(transfer, 9, 7 * MILLISECOND));
    }

    @Test
    public void countsBlocksBeyond65535() {
        Terms terms = terms(8, 1);
        long blocks = 70_000;
        Transfer transfer = new Transfer(terms, 8 * blocks, TRIES, recorder);
        transfer.start(0);
        after(transfer, 0, 0);
        for (int block = 1; block < 65_535; block++) {
            after(transfer, block, block);
        }
        assertEquals(List.of("0@" + 8L * 65_535 + "+8"), after(transfer, 65_535, 70_000));
        assertEquals(List.of("1@" + 8L * 65_536 + "+8"), after(transfer, 0, 70_001));
    }

    @Test
    public void repeatsWithGrowingPausesAndGivesUp() {
        Transfer transfer = new Transfer(plain(), 5000, 4, recorder);
        transfer.start(0);
        after(transfer, 1, 0);
        List<Long> pauses = new ArrayList<>();
        long last = 0;
        while (transfer.state() == Transfer.State.RUNNING) {
            long due = transfer.deadline();
            transfer.tick(due - 1);
            transfer.tick(due);
            pauses.add(TimeUnit.NANOSECONDS.toMillis(due - last));
            last = due;
        }
        assertEquals(List.of(500L, 1000L, 2000L, 4000L, 5000L), pauses);
        assertEquals(Transfer.State.TIMED_OUT, transfer.state());
        assertEquals("the first and four repetitions", 5, sent.size());
    }

    @Test
    public void sendsLittleToWhoNeverAcknowledges() {
        for (Terms terms : List.of(plain(), new Terms(512, 1, Optional.of(Duration.ofSeconds(30)), Map.of()))) {
            sent.clear();
            Transfer transfer = new Transfer(terms, 5000, TRIES, recorder);
            transfer.start(0);
            while (transfer.state() == Transfer.State.RUNNING) {
                transfer.tick(transfer.deadline());
            }
            assertEquals(List.of("1@0+512", "1@0+512"), sent);
            assertTrue(transfer.deadline() <= TimeUnit.SECONDS.toNanos(10));
        }
    }

    @Test
    public void answersEachRepetitionOfTheRequest() {
        Transfer transfer = new Transfer(plain(), 5000, TRIES, recorder);
        transfer.start(0);
        transfer.requestedAgain(MILLISECOND);
        assertEquals(List.of("1@0+512", "1@0+512"), sent);
        after(transfer, 1, 2 * MILLISECOND);
        sent.clear();
        transfer.requestedAgain(3 * MILLISECOND);
        assertEquals("it has an answer by now", List.of(), sent);
    }

    @Test
    public void endsASilenceOfAMinuteWhateverTheTimeout() {
        Terms terms = new Terms(512, 1, Optional.of(Duration.ofSeconds(30)), Map.of());
        Transfer transfer = new Transfer(terms, 5000, TRIES, recorder);
        transfer.start(0);
        after(transfer, 1, 0);
        while (transfer.state() == Transfer.State.RUNNING) {
            transfer.tick(transfer.deadline());
        }
        assertEquals(TimeUnit.SECONDS.toNanos(60), transfer.deadline());
    }

    @Test
    public void keepsToTheTimeoutThatTheClientSaid() {
        Terms terms = new Terms(512, 1, Optional.of(Duration.ofSeconds(2)), Map.of());
        Transfer transfer = new Transfer(terms, 5000, TRIES, recorder);
        transfer.start(0);
        assertEquals(TimeUnit.SECONDS.toNanos(2), transfer.deadline());
        transfer.tick(transfer.deadline());
        assertEquals(TimeUnit.SECONDS.toNanos(4), transfer.deadline());
    }

    @Test
    public void endsWhenTheClientSaysSo() {
        Transfer transfer = new Transfer(plain(), 5000, TRIES, recorder);
        transfer.start(0);
        transfer.received(new TftpPacket.Error(0, "aborted"), 1);
        assertEquals(Transfer.State.ABORTED, transfer.state());
    }

    @Test
    public void getsThroughLossQuickly() {
        for (long seed = 1; seed <= 5; seed++) {
            for (int window : new int[] {1, 4, 16}) {
                Terms terms = terms(1428, window);
                SimulatedClient client = new SimulatedClient(seed, terms, 500_000, 0.01, 0);
                Transfer transfer = new Transfer(terms, 500_000, TRIES, client);
                long milliseconds = client.run(transfer);
                String run = "seed " + seed + " window " + window + " took " + milliseconds;
                assertEquals(run, Transfer.State.COMPLETED, transfer.state());
                assertEquals(run, 351, client.received());
                assertTrue(run, milliseconds < 3000);
            }
        }
    }

    @Test
    public void getsThroughHeavyLoss() {
        long seed = System.nanoTime();
        for (int window : new int[] {1, 8}) {
            Terms terms = terms(1428, window);
            SimulatedClient client = new SimulatedClient(seed, terms, 200_000, 0.1, 0.05);
            Transfer transfer = new Transfer(terms, 200_000, TRIES, client);
            client.run(transfer);
            assertTrue("seed " + seed, client.sawOptions());
            assertEquals("seed " + seed, 141, client.received());
        }
    }

    @Test
    public void doesNotAnswerDuplicatesWithDuplicates() {
        assertTrue(packetsWithDuplicates(1) < 351 * 3 / 2);
        // Within a window a doubled block looks to this client like a gap; what that costs must not multiply.
        assertTrue(packetsWithDuplicates(16) < 351 * 3);
    }

    private static int packetsWithDuplicates(int window) {
        Terms terms = terms(1428, window);
        SimulatedClient client = new SimulatedClient(3, terms, 500_000, 0, 0.05);
        client.run(new Transfer(terms, 500_000, TRIES, client));
        assertEquals(351, client.distinctBlocks());
        return client.dataPackets();
    }

    @Test
    public void forgetsAClientThatIsGone() {
        Terms terms = terms(1428, 4);
        SimulatedClient client = new SimulatedClient(1, terms, 500_000, 0, 0);
        client.leave();
        Transfer transfer = new Transfer(terms, 500_000, TRIES, client);
        long milliseconds = client.run(transfer);
        assertEquals(Transfer.State.TIMED_OUT, transfer.state());
        assertEquals(1 + TRIES, client.optionPackets());
        assertTrue("" + milliseconds, milliseconds < 60_000);
    }
}
