package org.perceus.boot.internal.ndp;

import java.io.IOException;
import java.util.Optional;
import org.perceus.boot.internal.limit.SparseLog;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.LiveServer;
import org.perceus.boot.internal.net.NeighborSocket;
import org.perceus.boot.internal.net.NeighborSocket.Received;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers each solicitation to the one who asked (RFC 4861 section 6.2.6 permits that), so that nobody else on the network
 * hears of it.
 */
public final class SolicitationServer implements LiveServer {
    private static final Logger LOG = LoggerFactory.getLogger(SolicitationServer.class);
    private static final long STOP_MILLIS = 3000;
    private static final long PAUSE_MILLIS = 300;

    private final NeighborSocket socket;
    private final Counters.Scope counters;
    private final SparseLog log;
    private final Thread thread;
    private volatile boolean open = true;

    /**
     * Starts the thread.
     *
     * @param name of the thread
     * @param socket closed with this
     */
    public SolicitationServer(String name, NeighborSocket socket, Counters.Scope counters) {
        this.socket = socket;
        this.counters = counters;
        this.log = new SparseLog(LOG, name, System::nanoTime);
        this.thread = new Thread(this::run, name);
        thread.start();
    }

    private void run() {
        try (socket) {
            while (open) {
                serve();
            }
        } catch (Error e) {
            log.error("it ends", e);
            throw e;
        }
    }

    private void serve() {
        try {
            Optional<Received> received = socket.receive();
            if (received.isPresent()) {
                answer(received.get());
            }
        } catch (IOException e) {
            LOG.debug("{} failed", thread.getName(), e);
            counters.count("failed");
            pause();
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            log.error("it dropped a message", e);
            counters.count("failed");
        }
    }

    private void answer(Received received) throws IOException {
        if (!RouterMessages.isSolicitation(received.message())) {
            counters.count("malformed");
        } else if (!RouterMessages.isLinkLocal(received.source())) {
            counters.count("ignored");
        } else {
            socket.send(received.source(), RouterMessages.emptyAdvertisement());
            counters.count("answers");
        }
    }

    /** A socket whose device went away fails at every call. */
    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            open = false;
        }
    }

    @Override
    public boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
