package org.perceus.boot.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.perceus.boot.internal.net.LiveServer;

/** A place whose server fails. */
public class ServerSlotTest {
    private final List<Server> started = new ArrayList<>();
    private final ServerSlot slot = new ServerSlot("test");

    private static final class Server implements LiveServer {
        private boolean alive = true;
        private boolean closed;

        @Override
        public boolean isAlive() {
            return alive;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private LiveServer start() {
        started.add(new Server());
        return started.get(started.size() - 1);
    }

    @Test
    public void aServerThatEndedByItselfIsDownAndStartedAgain() {
        slot.ensure("purpose", this::start);
        slot.ensure("purpose", this::start);
        assertEquals(1, started.size());
        assertTrue(slot.isUp());
        started.get(0).alive = false;
        assertFalse(slot.isUp());
        slot.ensure("purpose", this::start);
        assertEquals(2, started.size());
        assertTrue("its socket is free again", started.get(0).closed);
        assertTrue(slot.isUp());
    }
}
