package org.perceus.shell.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.perceus.shell.internal.wire.Frame;
import org.perceus.shell.internal.wire.FrameChannel;
import org.perceus.shell.internal.wire.MalformedFrameException;
import org.perceus.shell.internal.wire.Request;

/** Has the container run one command. Uses the JDK alone, and little of it, for it must start fast. */
final class Client {
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int NO_CONTAINER = 3;

    private final InputStream in;
    private final OutputStream out;
    private final OutputStream err;

    Client(InputStream in, OutputStream out, OutputStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Runs the command and gives its exit code. */
    int run(ClientOptions options, String folder) throws IOException {
        byte[] request;
        try {
            request = new Request(options.words(), folder, options.width(), options.unicode(), options.interactive())
                    .encode();
        } catch (MalformedFrameException e) {
            complain(e.getMessage());
            return USAGE;
        }
        try (SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            try {
                socket.connect(UnixDomainSocketAddress.of(options.socket()));
            } catch (IOException | IllegalArgumentException e) {
                complain(whyNot(options.socket(), e));
                return NO_CONTAINER;
            }
            return converse(new FrameChannel(socket), request);
        }
    }

    private int converse(FrameChannel channel, byte[] request) throws IOException {
        channel.write(Frame.REQUEST, request);
        while (true) {
            Frame frame = next(channel);
            if (frame == null) {
                complain("the container went away before the command was done");
                return NO_CONTAINER;
            }
            switch (frame.kind()) {
                case Frame.OUT -> show(out, frame.payload());
                case Frame.ERR -> show(err, frame.payload());
                case Frame.ASK -> answer(channel, frame.payload());
                case Frame.EXIT -> {
                    return ByteBuffer.wrap(frame.payload()).getInt();
                }
                default -> throw new MalformedFrameException("the container sent what this client does not know");
            }
        }
    }

    private static Frame next(FrameChannel channel) throws MalformedFrameException {
        try {
            return channel.read();
        } catch (MalformedFrameException e) {
            throw e;
        } catch (IOException e) {
            return null;
        }
    }

    private void answer(FrameChannel channel, byte[] question) throws IOException {
        show(err, question);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        boolean ended = next < 0;
        while (next >= 0 && next != '\n' && line.size() < 4096) {
            line.write(next);
            next = in.read();
        }
        channel.write(ended ? Frame.NO_ANSWER : Frame.ANSWER, line.toByteArray());
    }

    private static void show(OutputStream stream, byte[] bytes) throws IOException {
        stream.write(bytes);
        stream.flush();
    }

    void complain(String sentence) throws IOException {
        show(err, "perceus: ".concat(sentence).concat("\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String whyNot(Path socket, Exception e) {
        if (!Files.exists(socket)) {
            return "the container is not running: there is no socket "
                    .concat(socket.toString())
                    .concat(" (start it with bin/start, or name another with PERCEUS_SOCKET)");
        }
        if (!Files.isWritable(socket)) {
            return "this account may not use "
                    .concat(socket.toString())
                    .concat(": be root or the account that runs the container");
        }
        return "the container is not running: nobody listens at "
                .concat(socket.toString())
                .concat(" (")
                .concat(String.valueOf(e.getMessage()))
                .concat("; start it with bin/start)");
    }
}
