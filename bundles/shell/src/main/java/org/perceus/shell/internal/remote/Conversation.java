package org.perceus.shell.internal.remote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;
import org.perceus.shell.internal.screen.ExitCode;
import org.perceus.shell.internal.screen.Printable;
import org.perceus.shell.internal.wire.Frame;
import org.perceus.shell.internal.wire.FrameChannel;
import org.perceus.shell.internal.wire.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's command, from its request to the exit code. Runs on a thread of its own. */
final class Conversation implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final SocketChannel socket;
    private final FrameChannel channel;
    private final CommandRunner runner;
    private final Runnable requested;

    /** @param requested told when the request was read */
    Conversation(SocketChannel socket, CommandRunner runner, Runnable requested) {
        this.socket = socket;
        this.channel = new FrameChannel(socket);
        this.runner = runner;
        this.requested = requested;
    }

    @Override
    public void run() {
        try (channel) {
            Frame frame = channel.read();
            requested.run();
            if (frame == null || frame.kind() != Frame.REQUEST) {
                LOG.debug("a client sent no request");
                return;
            }
            Request request = Request.decode(frame.payload());
            RemoteScreen screen = new RemoteScreen(channel, request, peer());
            Thread listener = listen(screen, Thread.currentThread());
            int exitCode = runCommand(request, screen);
            screen.out().flush();
            screen.err().flush();
            channel.write(Frame.EXIT, ByteBuffer.allocate(4).putInt(exitCode).array());
            channel.close();
            listener.join();
        } catch (IOException e) {
            LOG.debug("a client went away: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The account of the client as the kernel has it, whatever the client says. */
    private String peer() throws IOException {
        return socket.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
    }

    private int runCommand(Request request, RemoteScreen screen) {
        try {
            return runner.run(request, screen);
        } catch (RuntimeException e) {
            LOG.error("a command failed: {}", request.arguments(), e);
            screen.err()
                    .println("perceus: this should not have happened (" + Printable.sentence(e.toString())
                            + "); the container's log has more");
            return ExitCode.FAILED;
        }
    }

    /** Hears answers; a client that closes the connection, or sends what it should not, interrupts its command. */
    private Thread listen(RemoteScreen screen, Thread command) {
        Thread listener = new Thread(
                () -> {
                    try {
                        Frame frame = channel.read();
                        while (frame != null && screen.answered(frame)) {
                            frame = channel.read();
                        }
                    } catch (IOException e) {
                        LOG.debug("a client went away: {}", e.getMessage());
                    }
                    command.interrupt();
                },
                command.getName() + "-listener");
        listener.setDaemon(true);
        listener.start();
        return listener;
    }
}
