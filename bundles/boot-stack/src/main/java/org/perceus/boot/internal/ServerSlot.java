package org.perceus.boot.internal;

import java.io.IOException;
import java.util.Optional;
import org.perceus.boot.internal.net.LiveServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A place for one server, which runs for as long as what it was started for stays the same. Used by one thread. */
final class ServerSlot {
    private static final Logger LOG = LoggerFactory.getLogger(ServerSlot.class);

    private final String name;
    private Optional<Running> running = Optional.empty();
    private String complaint = "";

    private record Running(Object purpose, LiveServer server) {}

    /** Starts a server. */
    interface Starter {
        /** @throws IOException with a sentence for the operator */
        LiveServer start() throws IOException;
    }

    ServerSlot(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    boolean isUp() {
        return running.filter(now -> now.server().isAlive()).isPresent();
    }

    /** Sees to it that a server runs for this purpose; what serves another purpose, or has failed, ends. */
    void ensure(Object purpose, Starter starter) {
        if (running.filter(now -> now.purpose().equals(purpose)).isPresent()) {
            if (isUp()) {
                return;
            }
            LOG.error("The {} server failed and is started again: {}", name, purpose);
        }
        stop();
        try {
            running = Optional.of(new Running(purpose, starter.start()));
            complaint = "";
            LOG.info("The {} server is up: {}", name, purpose);
        } catch (IOException e) {
            complain(e);
        }
    }

    /** Says each thing once: it is tried again every few seconds. */
    private void complain(IOException e) {
        if (!complaint.equals(e.getMessage())) {
            complaint = e.getMessage();
            LOG.warn("The {} server does not start: {}", name, complaint);
            LOG.debug("Why the {} server does not start", name, e);
        }
    }

    void stop() {
        running.ifPresent(now -> {
            try {
                now.server().close();
                LOG.info("The {} server is down", name);
            } catch (Exception e) {
                LOG.error("The {} server did not stop", name, e);
            }
        });
        running = Optional.empty();
    }
}
