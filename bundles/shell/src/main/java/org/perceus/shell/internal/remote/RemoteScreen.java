package org.perceus.shell.internal.remote;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;
import org.perceus.administration.Account;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.wire.Frame;
import org.perceus.shell.internal.wire.FrameChannel;
import org.perceus.shell.internal.wire.Request;

/** The screen of a client at the other end of the socket. */
final class RemoteScreen implements Screen {
    private final FrameChannel channel;
    private final Request request;
    private final String peer;
    private final PrintStream out;
    private final PrintStream err;
    private final BlockingQueue<Optional<String>> answers = new ArrayBlockingQueue<>(1);

    /** @param peer the account of the client, as the kernel knows it */
    RemoteScreen(FrameChannel channel, Request request, String peer) {
        this.peer = peer;
        this.channel = channel;
        this.request = request;
        this.out = new PrintStream(new FrameOutput(channel, Frame.OUT), true, StandardCharsets.UTF_8);
        this.err = new PrintStream(new FrameOutput(channel, Frame.ERR), true, StandardCharsets.UTF_8);
    }

    @Override
    public PrintStream out() {
        return out;
    }

    @Override
    public PrintStream err() {
        return err;
    }

    @Override
    public int width() {
        return request.width();
    }

    @Override
    public boolean unicode() {
        return request.unicode();
    }

    @Override
    public Account account() {
        return new Account(peer, Account.Origin.SYSTEM);
    }

    @Override
    public String commandLine() {
        return "perceus "
                + request.arguments().stream()
                        .map(word -> word.isEmpty() || word.indexOf(' ') >= 0 ? "'" + word + "'" : word)
                        .collect(Collectors.joining(" "));
    }

    @Override
    public Path resolve(String path) {
        return Path.of(request.folder()).resolve(path).normalize();
    }

    @Override
    public Optional<String> ask(String question) throws InterruptedException {
        if (!request.interactive()) {
            return Optional.empty();
        }
        out.flush();
        err.flush();
        try {
            answers.clear();
            channel.write(Frame.ASK, question.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CommandFailure("the client went away", e);
        }
        return answers.take();
    }

    /** Hands an answer to the one who asked. */
    boolean answered(Frame frame) {
        return switch (frame.kind()) {
            case Frame.ANSWER -> answers.offer(Optional.of(new String(frame.payload(), StandardCharsets.UTF_8)));
            case Frame.NO_ANSWER -> answers.offer(Optional.empty());
            default -> false;
        };
    }
}
