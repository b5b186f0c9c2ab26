package org.perceus.module.scripts.server;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.After;
import org.junit.Test;

public class ScriptServerTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Semaphore permits = new Semaphore(0);
    private final List<String> executed = Collections.synchronizedList(new ArrayList<>());
    private final ScriptServer server = new ScriptServer(this::execute, 2, Duration.ofMinutes(10), nanos::get);

    @After
    public void stop() throws Exception {
        server.stop();
    }

    @Test
    public void anAnswerIsWaitedForAndThenKept() throws Exception {
        assertEquals(new Outcome.Waiting(0), server.ask(job("a")));
        assertEquals(new Outcome.Waiting(0), server.ask(job("a")));
        assertEquals(1, server.waiting());
        assertEquals(new Outcome.Printed("a"), result("a"));
        assertEquals(new Outcome.Printed("a"), server.ask(job("a")));
        assertEquals(List.of("a"), executed);
    }

    @Test
    public void whatChangedIsExecutedAgain() throws Exception {
        result("a");
        assertEquals(
                new Outcome.Waiting(0),
                server.ask(new Job(Path.of("/script"), "another text", Map.of("NODENAME", "a"))));
        assertEquals(new Outcome.Waiting(1), server.ask(job("b")));
    }

    @Test
    public void anOldAnswerIsExecutedAgain() throws Exception {
        result("a");
        nanos.addAndGet(Duration.ofMinutes(11).toNanos());
        assertEquals(new Outcome.Waiting(0), server.ask(job("a")));
    }

    @Test
    public void aFailureIsTriedAgainSoon() throws Exception {
        assertEquals(new Outcome.Failed("ended with status 1"), result("fails"));
        assertEquals(new Outcome.Failed("ended with status 1"), server.ask(job("fails")));
        nanos.addAndGet(Duration.ofSeconds(31).toNanos());
        assertEquals(new Outcome.Waiting(0), server.ask(job("fails")));
    }

    @Test
    public void whatIsThrownIsAFailure() throws Exception {
        assertEquals(new Outcome.Failed("could not be executed: java.lang.IllegalStateException: x"), result("throws"));
    }

    @Test
    public void theQueueHasAnEnd() {
        for (int i = 0; i < ScriptServer.MOST_WAITING; i++) {
            server.ask(job("n" + i));
        }
        Outcome refused = server.ask(job("one more"));
        assertTrue(refused.toString(), refused instanceof Outcome.Failed);
        assertEquals(ScriptServer.MOST_WAITING, server.waiting());
        assertTrue(server.ask(job("n7")) instanceof Outcome.Waiting);
    }

    @Test
    public void theOldestAnswersMakeRoom() throws Exception {
        permits.release(1000);
        for (int i = 0; i < 5; i++) {
            assertEquals(new Outcome.Printed("x".repeat(10 << 20)), result("large " + i));
        }
        permits.drainPermits();
        assertEquals(new Outcome.Waiting(0), server.ask(job("large 0")));
        assertTrue(server.ask(job("large 4")) instanceof Outcome.Printed);
    }

    private Outcome execute(Job job) throws InterruptedException {
        permits.acquire();
        String name = job.environment().get("NODENAME");
        executed.add(name);
        if (name.equals("throws")) {
            throw new IllegalStateException("x");
        }
        if (name.startsWith("large")) {
            return new Outcome.Printed("x".repeat(10 << 20));
        }
        return name.equals("fails") ? new Outcome.Failed("ended with status 1") : new Outcome.Printed(name);
    }

    private Outcome result(String name) throws InterruptedException {
        permits.release();
        Outcome outcome = server.ask(job(name));
        while (outcome instanceof Outcome.Waiting) {
            Thread.sleep(1);
            outcome = server.ask(job(name));
        }
        return outcome;
    }

    private static Job job(String name) {
        return new Job(Path.of("/script"), "text", Map.of("NODENAME", name));
    }
}
