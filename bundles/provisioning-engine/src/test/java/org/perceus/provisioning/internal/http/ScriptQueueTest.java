package org.perceus.provisioning.internal.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.perceus.boot.HttpAnswer;
import org.perceus.provisioning.internal.http.ScriptQueue.Place;

public class ScriptQueueTest {
    private final Queue<Runnable> work = new ArrayDeque<>();
    private long nanos;
    private final ScriptQueue queue = new ScriptQueue(work::add, work::clear, () -> nanos);

    @Test
    public void aQuestionIsAnsweredElsewhere() throws Exception {
        Place.Taken taken = (Place.Taken) ask();
        assertTrue(!taken.answer().toCompletableFuture().isDone());
        work.remove().run();
        assertEquals(
                HttpAnswer.ok("script"), taken.answer().toCompletableFuture().get());
    }

    @Test
    public void aThousandAreTakenWhateverTheRate() {
        ask(1000);
        assertEquals(new Place.ComeAgain(1000, Duration.ofSeconds(60)), ask());
    }

    @Test
    public void whoIsTooFarBackIsToldItsPlaceAndATimeByTheRateOfTheLastSeconds() {
        ask(1000);
        for (int second = 0; second < 5; second++) {
            work(100);
            ask(100);
            pass(1);
        }
        assertEquals("100 a second are done in time", 1000, work.size());
        assertTrue(ask() instanceof Place.Taken);
        Place.ComeAgain again = (Place.ComeAgain) ask();
        assertEquals(1001, again.before());
        assertEquals(Duration.ofSeconds(10), again.after());
        assertEquals("the server is busy: 1001 nodes are before this one", again.sentence());
    }

    @Test
    public void aServerThatWasIdleIsNotSlow() {
        ask(1);
        work(1);
        pass(3600);
        ask(1000);
        work(900);
        ask(900);
        assertTrue("900 were done within the second", ask() instanceof Place.Taken);
    }

    @Test
    public void oneThatHangsIsNotWaitedForWithoutEnd() {
        ask(1000);
        work(500);
        pass(60);
        ask(500);
        assertEquals(new Place.ComeAgain(1000, Duration.ofSeconds(60)), ask());
    }

    @Test
    public void aFailureMakesRoomToo() {
        Place.Taken taken = (Place.Taken) queue.take(() -> {
            throw new IllegalStateException("on purpose");
        });
        ask(999);
        work(1);
        assertTrue(taken.answer().toCompletableFuture().isCompletedExceptionally());
        assertTrue(ask() instanceof Place.Taken);
    }

    @Test
    public void aServerThatStopsSaysSo() throws Exception {
        ScriptQueue stopping = new ScriptQueue(
                refused -> {
                    throw new RejectedExecutionException();
                },
                () -> {},
                () -> nanos);
        Place.Taken taken = (Place.Taken) stopping.take(() -> HttpAnswer.ok("script"));
        assertEquals(
                new HttpAnswer.Busy("the server is stopping", Duration.ofSeconds(5)),
                taken.answer().toCompletableFuture().get());
    }

    private Place ask() {
        return queue.take(() -> HttpAnswer.ok("script"));
    }

    private void ask(int times) {
        for (int i = 0; i < times; i++) {
            assertTrue(ask() instanceof Place.Taken);
        }
    }

    private void work(int times) {
        for (int i = 0; i < times; i++) {
            work.remove().run();
        }
    }

    private void pass(int seconds) {
        nanos += TimeUnit.SECONDS.toNanos(seconds);
    }
}
