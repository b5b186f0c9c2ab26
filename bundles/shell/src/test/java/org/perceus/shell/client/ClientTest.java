package org.perceus.shell.client;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.shell.internal.wire.Frame;
import org.perceus.shell.internal.wire.FrameChannel;
import org.perceus.shell.internal.wire.Request;

public class ClientTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String input = "";

    @Test
    public void showsWhatComesAndGivesTheExitCode() throws Exception {
        CompletableFuture<Request> request = new CompletableFuture<>();
        int exitCode = run(
                channel -> {
                    request.complete(Request.decode(channel.read().payload()));
                    channel.write(Frame.OUT, bytes("one\n"));
                    channel.write(Frame.ERR, bytes("two\n"));
                    channel.write(Frame.OUT, bytes("Zoë\n"));
                    exit(channel, 42);
                },
                "node",
                "list");
        assertEquals(42, exitCode);
        assertEquals("one\nZoë\n", out.toString(StandardCharsets.UTF_8));
        assertEquals("two\n", err.toString(StandardCharsets.UTF_8));
        assertEquals(new Request(List.of("node", "list"), "/home", 100, true, false), request.get());
    }

    @Test
    public void answersQuestions() throws Exception {
        input = "yes\nmore\n";
        run(channel -> {
            channel.read();
            channel.write(Frame.ASK, bytes("Sure? "));
            Frame answer = channel.read();
            assertEquals(Frame.ANSWER, answer.kind());
            channel.write(Frame.OUT, answer.payload());
            exit(channel, 0);
        });
        assertEquals("yes", out.toString(StandardCharsets.UTF_8));
        assertEquals("Sure? ", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    public void withoutInputThereIsNoAnswer() throws Exception {
        int exitCode = run(channel -> {
            channel.read();
            channel.write(Frame.ASK, bytes("Sure? "));
            exit(channel, channel.read().kind());
        });
        assertEquals(Frame.NO_ANSWER, exitCode);
    }

    @Test
    public void aContainerThatGoesAwayIsNoticed() throws Exception {
        int exitCode = run(channel -> channel.read());
        assertEquals(3, exitCode);
        assertEquals(
                "perceus: the container went away before the command was done\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    public void withoutASocketTheContainerIsNotRunning() throws IOException {
        Path socket = folder.getRoot().toPath().resolve("perceus.sock");
        assertEquals(3, client().run(options(socket), "/home"));
        assertEquals(
                "perceus: the container is not running: there is no socket " + socket
                        + " (start it with bin/start, or name another with PERCEUS_SOCKET)\n",
                err.toString(StandardCharsets.UTF_8));
    }

    @Test
    public void atAStaleSocketNobodyListens() throws IOException {
        Path socket = folder.getRoot().toPath().resolve("perceus.sock");
        listen(socket).close();
        assertEquals(3, client().run(options(socket), "/home"));
        assertTrue(err.toString(StandardCharsets.UTF_8)
                .startsWith("perceus: the container is not running: nobody listens at " + socket));
    }

    @Test
    public void aPathThatIsTooLongIsNoSocket() throws IOException {
        Path socket = folder.getRoot().toPath().resolve("x".repeat(200));
        assertEquals(3, client().run(options(socket), "/home"));
    }

    @Test
    public void tooManyWordsAreRefusedBeforeConnecting() throws IOException {
        Path socket = folder.getRoot().toPath().resolve("perceus.sock");
        ClientOptions options = new ClientOptions(socket, 0, false, false, Collections.nCopies(30_000, "n"));
        assertEquals(2, client().run(options, "/home"));
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("perceus: the command line is too long"));
    }

    @Test
    public void optionsOfTheLauncherEndAtTheFirstWord() {
        ClientOptions options = ClientOptions.parse(new String[] {
            "--socket", "/run/p.sock", "--width", "132", "--unicode", "--interactive", "node", "list", "--width", "5"
        });
        assertEquals(Path.of("/run/p.sock"), options.socket());
        assertEquals(132, options.width());
        assertTrue(options.unicode());
        assertTrue(options.interactive());
        assertEquals(List.of("node", "list", "--width", "5"), options.words());
    }

    @Test
    public void behindTwoHyphensAllAreWords() {
        ClientOptions options = ClientOptions.parse(new String[] {"--socket", "/p", "--", "--unicode", "--"});
        assertEquals(List.of("--unicode", "--"), options.words());
    }

    @Test
    public void aWidthThatIsNoNumberIsNone() {
        assertEquals(
                0,
                ClientOptions.parse(new String[] {"--socket", "/p", "--width", "wide"})
                        .width());
    }

    @Test
    public void withoutASocketThereIsNothingToDo() {
        assertEquals(
                "no socket given: start with --socket PATH",
                assertThrows(IllegalArgumentException.class, () -> ClientOptions.parse(new String[] {"node"}))
                        .getMessage());
    }

    private int run(Server server, String... words) throws Exception {
        Path socket = folder.getRoot().toPath().resolve("perceus.sock");
        try (ServerSocketChannel listener = listen(socket)) {
            Thread thread = new Thread(() -> {
                try (SocketChannel client = listener.accept()) {
                    server.serve(new FrameChannel(client));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            thread.start();
            ClientOptions options = new ClientOptions(socket, 100, true, false, List.of(words));
            int exitCode = client().run(options, "/home");
            thread.join();
            return exitCode;
        }
    }

    private Client client() {
        return new Client(new ByteArrayInputStream(bytes(input)), out, err);
    }

    private static ServerSocketChannel listen(Path socket) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(socket));
        return listener;
    }

    private static ClientOptions options(Path socket) {
        return new ClientOptions(socket, 0, false, false, List.of("info"));
    }

    private static void exit(FrameChannel channel, int code) throws IOException {
        channel.write(Frame.EXIT, ByteBuffer.allocate(4).putInt(code).array());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private interface Server {
        void serve(FrameChannel channel) throws IOException;
    }
}
