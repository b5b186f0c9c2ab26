package org.perceus.shell.internal.remote;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.perceus.shell.internal.screen.ExitCode;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.wire.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts clients at a socket and runs their commands, a bounded number at a time. */
final class CommandServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandServer.class);

    /**
     * Bounds what clients can have.
     *
     * @param commands how many commands may run at a time
     * @param patience how long a client may take to send its request
     */
    record Limits(int commands, Duration patience) {}

    private final SocketFile file;
    private final CommandRunner runner;
    private final Supplier<Limits> limits;
    private final ServerSocketChannel server;
    private final ScheduledExecutorService timer;
    private final Thread acceptor;
    private final Map<Thread, SocketChannel> running = new ConcurrentHashMap<>();
    private final AtomicLong served = new AtomicLong();

    /**
     * @param limits what holds for a client that comes now
     * @throws IOException with a sentence when the socket cannot be
     */
    CommandServer(SocketFile file, CommandRunner runner, Supplier<Limits> limits) throws IOException {
        this.file = file;
        this.runner = runner;
        this.limits = limits;
        this.server = file.bind();
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "perceus-command-timer"));
        this.acceptor = daemon(this::accept, "perceus-command-socket");
        this.acceptor.start();
    }

    /** Closes the socket and interrupts the commands that run. */
    @Override
    public void close() throws IOException {
        file.delete();
        server.close();
        timer.shutdownNow();
        running.forEach((thread, socket) -> drop(socket));
        join(acceptor);
        running.keySet().forEach(this::join);
    }

    private void join(Thread thread) {
        try {
            thread.join(limits.get().patience().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                begin(server.accept());
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.warn("the command socket could not take a client: {}", e.getMessage());
            }
        }
    }

    private void begin(SocketChannel socket) {
        int most = limits.get().commands();
        if (running.size() >= 2 * most) {
            drop(socket);
            return;
        }
        // A client whose request is not read would lose the reason with the connection.
        CommandRunner chosen = running.size() < most ? runner : this::refuse;
        ScheduledFuture<?> deadline =
                timer.schedule(() -> drop(socket), limits.get().patience().toMillis(), TimeUnit.MILLISECONDS);
        Runnable conversation = new Conversation(socket, chosen, () -> deadline.cancel(false));
        Thread thread = daemon(
                () -> {
                    try {
                        conversation.run();
                    } finally {
                        running.remove(Thread.currentThread());
                    }
                },
                "perceus-command-" + served.incrementAndGet());
        running.put(thread, socket);
        thread.start();
    }

    private int refuse(Request request, Screen screen) {
        screen.err().println("perceus: " + limits.get().commands() + " commands are running already: try again later");
        return ExitCode.FAILED;
    }

    private static void drop(SocketChannel socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("a client's connection did not close: {}", e.getMessage());
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
