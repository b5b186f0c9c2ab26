package org.perceus.shell.internal.remote;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.wire.Frame;
import org.perceus.shell.internal.wire.FrameChannel;
import org.perceus.shell.internal.wire.Request;

public class CommandServerTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final CountDownLatch blocked = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private Path path;
    private volatile CommandServer.Limits limits = new CommandServer.Limits(2, Duration.ofMillis(500));
    private CommandServer server;

    @Before
    public void start() throws IOException {
        path = folder.getRoot().toPath().resolve("perceus.sock");
        server = new CommandServer(new SocketFile(path), this::command, () -> limits);
    }

    @After
    public void stop() throws IOException {
        server.close();
    }

    @Test
    public void runsACommandAndGivesItsExitCode() throws IOException {
        Answer answer = ask("echo", "a b", "'c'", "", "Zoë");
        assertEquals("[echo, a b, 'c', , Zoë] " + System.getProperty("user.name") + " /home 80\n", answer.out);
        assertEquals("done\n", answer.err);
        assertEquals(7, answer.exitCode);
    }

    @Test
    public void onlyTheOwnerMayUseTheSocket() throws IOException {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }

    @Test
    public void largeOutputArrivesWhole() throws IOException {
        Answer answer = ask("large");
        assertEquals(5_000_000, answer.out.length());
        assertEquals(0, answer.exitCode);
    }

    @Test
    public void aBrokenCommandSaysSoAndServesOn() throws IOException {
        Answer answer = ask("break");
        assertEquals(1, answer.exitCode);
        assertTrue(answer.err, answer.err.contains("this should not have happened"));
        assertEquals(7, ask("echo").exitCode);
    }

    @Test
    public void aClientThatGoesAwayInterruptsItsCommand() throws IOException, InterruptedException {
        SocketChannel client = connect();
        new FrameChannel(client).write(Frame.REQUEST, request("block").encode());
        assertTrue(blocked.await(5, TimeUnit.SECONDS));
        client.close();
        assertTrue(interrupted.await(5, TimeUnit.SECONDS));
    }

    @Test
    public void questionsAreAnswered() throws IOException {
        try (SocketChannel client = connect()) {
            FrameChannel channel = new FrameChannel(client);
            channel.write(Frame.REQUEST, request("ask").encode());
            Frame question = channel.read();
            assertEquals(Frame.ASK, question.kind());
            assertEquals("sure? ", new String(question.payload(), StandardCharsets.UTF_8));
            channel.write(Frame.ANSWER, "of course".getBytes(StandardCharsets.UTF_8));
            assertEquals("of course\n", collect(channel).out);
        }
    }

    @Test
    public void anAnswerThatDoesNotComeIsNone() throws IOException {
        try (SocketChannel client = connect()) {
            FrameChannel channel = new FrameChannel(client);
            channel.write(Frame.REQUEST, request("ask").encode());
            channel.read();
            channel.write(Frame.NO_ANSWER, new byte[0]);
            assertEquals("nobody\n", collect(channel).out);
        }
    }

    @Test
    public void aWrongFrameInsteadOfTheRequestEndsTheConnection() throws IOException {
        try (SocketChannel client = connect()) {
            FrameChannel channel = new FrameChannel(client);
            channel.write(Frame.ANSWER, new byte[3]);
            assertNull(channel.read());
        }
    }

    @Test
    public void aHostileSizeEndsTheConnection() throws IOException {
        try (SocketChannel client = connect()) {
            client.write(ByteBuffer.allocate(5)
                    .put(Frame.REQUEST)
                    .putInt(Integer.MAX_VALUE)
                    .flip());
            assertNull(new FrameChannel(client).read());
        }
        assertEquals(7, ask("echo").exitCode);
    }

    @Test
    public void aMalformedRequestEndsTheConnection() throws IOException {
        try (SocketChannel client = connect()) {
            FrameChannel channel = new FrameChannel(client);
            channel.write(Frame.REQUEST, new byte[] {1, 2, 3});
            assertNull(channel.read());
        }
    }

    @Test(timeout = 60_000)
    public void aClientThatSendsNothingIsDropped() throws IOException {
        try (SocketChannel client = connect()) {
            assertNull(new FrameChannel(client).read());
        }
    }

    @Test
    public void tooManyCommandsAreRefused() throws IOException, InterruptedException {
        try (SocketChannel first = connect();
                SocketChannel second = connect()) {
            new FrameChannel(first).write(Frame.REQUEST, request("block").encode());
            new FrameChannel(second).write(Frame.REQUEST, request("block").encode());
            assertTrue(blocked.await(5, TimeUnit.SECONDS));
            Answer answer = ask("echo");
            assertEquals(1, answer.exitCode);
            assertEquals("perceus: 2 commands are running already: try again later\n", answer.err);
        }
    }

    @Test
    public void aHigherLimitHoldsForTheNextCommandAndEndsNone() throws IOException, InterruptedException {
        try (SocketChannel first = connect();
                SocketChannel second = connect()) {
            new FrameChannel(first).write(Frame.REQUEST, request("block").encode());
            new FrameChannel(second).write(Frame.REQUEST, request("block").encode());
            assertTrue(blocked.await(5, TimeUnit.SECONDS));
            limits = new CommandServer.Limits(3, Duration.ofMillis(500));
            assertEquals(7, ask("echo").exitCode);
            assertEquals("no command was interrupted", 1, interrupted.getCount());
        }
    }

    @Test
    public void closingRemovesTheSocketAndEndsCommands() throws IOException, InterruptedException {
        try (SocketChannel client = connect()) {
            new FrameChannel(client).write(Frame.REQUEST, request("block").encode());
            assertTrue(blocked.await(5, TimeUnit.SECONDS));
            server.close();
            assertTrue(interrupted.await(5, TimeUnit.SECONDS));
        }
        assertFalse(Files.exists(path));
    }

    private int command(Request request, Screen screen) {
        try {
            return switch (request.arguments().get(0)) {
                case "echo" -> {
                    screen.out()
                            .println(request.arguments() + " "
                                    + screen.account().name() + " " + screen.resolve("") + " " + screen.width());
                    screen.err().println("done");
                    yield 7;
                }
                case "large" -> {
                    screen.out().print("x".repeat(5_000_000));
                    yield 0;
                }
                case "ask" -> {
                    screen.out().println(screen.ask("sure? ").orElse("nobody"));
                    yield 0;
                }
                case "block" -> {
                    blocked.countDown();
                    Thread.sleep(60_000);
                    yield 0;
                }
                default -> throw new IllegalStateException("broken");
            };
        } catch (InterruptedException e) {
            interrupted.countDown();
            return 130;
        }
    }

    private Answer ask(String... words) throws IOException {
        try (SocketChannel client = connect()) {
            FrameChannel channel = new FrameChannel(client);
            channel.write(Frame.REQUEST, request(words).encode());
            return collect(channel);
        }
    }

    private static Answer collect(FrameChannel channel) throws IOException {
        Answer answer = new Answer();
        StringBuilder out = new StringBuilder();
        for (Frame frame = channel.read(); frame != null; frame = channel.read()) {
            switch (frame.kind()) {
                case Frame.OUT -> out.append(new String(frame.payload(), StandardCharsets.UTF_8));
                case Frame.ERR -> answer.err += new String(frame.payload(), StandardCharsets.UTF_8);
                default -> answer.exitCode = ByteBuffer.wrap(frame.payload()).getInt();
            }
        }
        answer.out = out.toString();
        return answer;
    }

    private static Request request(String... words) {
        return new Request(List.of(words), "/home", 80, true, true);
    }

    private SocketChannel connect() throws IOException {
        SocketChannel client = SocketChannel.open(StandardProtocolFamily.UNIX);
        client.connect(UnixDomainSocketAddress.of(path));
        return client;
    }

    private static final class Answer {
        private String out = "";
        private String err = "";
        private int exitCode = -1;
    }
}
