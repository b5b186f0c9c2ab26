package org.perceus.boot.internal.http;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpEndpoint;
import org.perceus.boot.HttpRequest;
import org.perceus.boot.internal.file.BootFile;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.LinuxDeviceSockets;

/** The server on the loopback device, with a real client and with octets by hand. */
public class HttpServerTest {
    private static final byte[] CONTENT = content(3_000_000);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Counters counters = new Counters();
    private final List<HttpRequest> seen = new ArrayList<>();
    private final CompletableFuture<HttpAnswer> later = new CompletableFuture<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Path file;
    private int port;
    private HttpServer server;

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(5).nextBytes(content);
        return content;
    }

    private record Endpoint(String prefix, Function<HttpRequest, HttpAnswer> behaviour) implements HttpEndpoint {
        @Override
        public HttpAnswer answer(HttpRequest request) {
            return behaviour.apply(request);
        }
    }

    private final List<Endpoint> endpoints = List.of(
            new Endpoint("/echo/", request -> {
                seen.add(request);
                return HttpAnswer.ok(new String(request.body(), StandardCharsets.UTF_8));
            }),
            new Endpoint("/done/", request -> HttpAnswer.done()),
            new Endpoint("/no/", request -> HttpAnswer.refused(403, "this claim is over")),
            new Endpoint("/later/", request -> new HttpAnswer.Later(later)),
            new Endpoint("/boot/", request -> HttpAnswer.ok("endpoint " + request.path())),
            new Endpoint("/artifact/", request -> new HttpAnswer.Content(file, "abc")),
            new Endpoint("/gone/", request -> new HttpAnswer.Content(Path.of("/nowhere/at/all"), "abc")),
            new Endpoint("/null/", request -> null),
            new Endpoint("/throws/", request -> {
                throw new IllegalStateException("a secret, expected by this test");
            }));

    private final HttpDirectory directory = new HttpDirectory() {
        @Override
        public Optional<HttpEndpoint> endpoint(String path) {
            return endpoints.stream()
                    .filter(endpoint -> path.startsWith(endpoint.prefix()))
                    .map(HttpEndpoint.class::cast)
                    .findFirst();
        }

        @Override
        public Optional<BootFile> bootFile(String name, URI server) {
            return switch (name) {
                case "program.efi" -> Optional.of(new BootFile.Stored(file));
                case "grub/grub.cfg" -> Optional.of(new BootFile.Written("go to " + server));
                default -> Optional.empty();
            };
        }
    };

    @Before
    public void start() throws IOException {
        file = folder.newFile("program.efi").toPath();
        Files.write(file, CONTENT);
        ServerSocketChannel listener =
                new LinuxDeviceSockets().listener("lo", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        port = listener.socket().getLocalPort();
        server = new HttpServer("test-http", listener, directory, this::base, counters.scope("http.lo"));
    }

    @After
    public void stop() {
        later.complete(HttpAnswer.done());
        server.close();
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers) throws Exception {
        var request = java.net.http.HttpRequest.newBuilder(base().resolve(path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        return send("GET", path, new byte[0], headers);
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Sends octets as they are and reads until the server closes. */
    private String raw(String octets) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    public void hasTheEndpointAnswer() throws Exception {
        HttpResponse<byte[]> response = send(
                "POST", "/echo/a%3Ab?x=1", "mac=\u00fc".getBytes(StandardCharsets.UTF_8), "Authorization", "Bearer T0");
        assertEquals(200, response.statusCode());
        assertEquals("mac=\u00fc", text(response));
        assertEquals("6", header(response, "Content-Length"));
        assertEquals("text/plain;charset=utf-8", header(response, "Content-Type"));
        HttpRequest request = seen.get(0);
        assertEquals("POST", request.method());
        assertEquals("/echo/a:b", request.path());
        assertEquals(Optional.of("T0"), request.bearer());
        assertEquals(Ipv4Address.parse("127.0.0.1"), request.peer());
        assertEquals(base(), request.server());
    }

    @Test
    public void tellsTheTime() throws Exception {
        for (String path : List.of("/echo/", "/no/", "/done/", "/nobody/")) {
            Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(header(get(path), "Date"), Instant::from);
            assertTrue(path, Duration.between(date, Instant.now()).abs().toMinutes() < 5);
        }
    }

    @Test
    public void passesRefusalsOn() throws Exception {
        HttpResponse<byte[]> response = get("/no/");
        assertEquals(403, response.statusCode());
        assertEquals("this claim is over\n", text(response));
        assertEquals(204, get("/done/").statusCode());
        assertEquals(Long.valueOf(1), counters.counters().get("http.lo.answers-4xx"));
    }

    @Test
    public void asksToTryAgainWhereNoEndpointIsYet() throws Exception {
        HttpResponse<byte[]> nothing = get("/nothing");
        assertEquals(503, nothing.statusCode());
        assertEquals("nobody answers at /nothing now\n", text(nothing));
        assertEquals("5", header(nothing, "Retry-After"));
    }

    @Test
    public void slashesThatAreWrittenTwiceCountOnce() throws Exception {
        for (String path : new String[] {"//boot/program.efi", "/boot//program.efi", "///boot///program.efi"}) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertTrue(path + " " + answer.lines().findFirst(), answer.startsWith("HTTP/1.1 200 OK"));
        }
    }

    @Test
    public void keepsTheReasonOfAFailureToItself() throws Exception {
        for (String path : new String[] {"/throws/", "/null/"}) {
            HttpResponse<byte[]> response = get(path);
            assertEquals(500, response.statusCode());
            assertEquals("the server failed to answer this request\n", text(response));
        }
        assertEquals(404, get("/gone/").statusCode());
    }

    @Test
    public void takesBodiesUpToTheLimit() throws Exception {
        byte[] largest = content(64 << 10);
        assertEquals(200, send("POST", "/echo/", largest).statusCode());
        assertEquals(64 << 10, seen.get(0).body().length);
    }

    @Test
    public void refusesLargerBodies() throws Exception {
        String announced = raw("POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 65537\r\n\r\n");
        assertTrue(announced, announced.startsWith("HTTP/1.1 413"));
        assertTrue(announced, announced.endsWith("the body must not be larger than 64 KiB\n"));
        String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
        String chunked =
                raw("POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk + chunk + chunk);
        assertTrue(chunked, chunked.startsWith("HTTP/1.1 413"));
        assertTrue(seen.isEmpty());
    }

    @Test
    public void refusesManyFields() throws Exception {
        String many = raw("GET /echo/ HTTP/1.1\r\nHost: x\r\n" + "a:\r\n".repeat(64) + "\r\n");
        assertTrue(many, many.startsWith("HTTP/1.1 431"));
        assertTrue(many, many.endsWith("a request may have at most 64 header fields\n"));
        String large = raw("GET /echo/ HTTP/1.1\r\nHost: x\r\na: " + "a".repeat(9000) + "\r\n\r\n");
        assertTrue(large, large.startsWith("HTTP/1.1 431"));
        assertTrue(seen.isEmpty());
    }

    @Test
    public void sendsFilesWhole() throws Exception {
        HttpResponse<byte[]> response = get("/artifact/x");
        assertEquals(200, response.statusCode());
        assertArrayEquals(CONTENT, response.body());
        assertEquals("3000000", header(response, "Content-Length"));
        assertEquals("\"abc\"", header(response, "ETag"));
        assertEquals("bytes", header(response, "Accept-Ranges"));
    }

    @Test
    public void sendsParts() throws Exception {
        HttpResponse<byte[]> response = get("/artifact/x", "Range", "bytes=1000000-2999998");
        assertEquals(206, response.statusCode());
        assertEquals("bytes 1000000-2999998/3000000", header(response, "Content-Range"));
        assertArrayEquals(Arrays.copyOfRange(CONTENT, 1_000_000, 2_999_999), response.body());
        HttpResponse<byte[]> beyond = get("/artifact/x", "Range", "bytes=3000000-");
        assertEquals(416, beyond.statusCode());
        assertEquals("bytes */3000000", header(beyond, "Content-Range"));
        assertEquals(0, beyond.body().length);
    }

    @Test
    public void honoursConditions() throws Exception {
        HttpResponse<byte[]> known = get("/artifact/x", "If-None-Match", "\"abc\"");
        assertEquals(304, known.statusCode());
        assertEquals(0, known.body().length);
        assertEquals(200, get("/artifact/x", "If-None-Match", "\"abd\"").statusCode());
        assertEquals(
                206,
                get("/artifact/x", "Range", "bytes=0-9", "If-Range", "\"abc\"").statusCode());
        assertEquals(
                "the file is another one now",
                200,
                get("/artifact/x", "Range", "bytes=0-9", "If-Range", "\"old\"").statusCode());
    }

    @Test
    public void answersHeadWithoutContent() throws Exception {
        HttpResponse<byte[]> head = send("HEAD", "/boot/program.efi", new byte[0]);
        assertEquals(200, head.statusCode());
        assertEquals("3000000", header(head, "Content-Length"));
        assertEquals("application/efi", header(head, "Content-Type"));
        assertEquals(0, head.body().length);
        HttpResponse<byte[]> text = send("HEAD", "/no/", new byte[0]);
        assertEquals("19", header(text, "Content-Length"));
        assertEquals(0, text.body().length);
    }

    @Test
    public void findsBootFilesBeforeEndpoints() throws Exception {
        assertArrayEquals(CONTENT, get("/boot/program.efi").body());
        assertEquals("endpoint /boot/other.efi", text(get("/boot/other.efi")));
        assertEquals("endpoint /boot/claim/ipxe", text(get("/boot/claim/ipxe")));
        assertEquals("go to " + base(), text(get("/boot/grub/grub.cfg")));
        assertEquals("endpoint /boot/", text(get("/boot/")));
        assertEquals("endpoint /boot/program.efi", text(send("POST", "/boot/program.efi", "x".getBytes("UTF-8"))));
    }

    @Test
    public void bootFilesHaveATagThatChangesWithThem() throws Exception {
        String tag = header(get("/boot/program.efi"), "ETag");
        assertEquals(304, get("/boot/program.efi", "If-None-Match", tag).statusCode());
        Files.write(file, new byte[] {1, 2, 3});
        HttpResponse<byte[]> changed = get("/boot/program.efi", "If-None-Match", tag);
        assertEquals(200, changed.statusCode());
        assertArrayEquals(new byte[] {1, 2, 3}, changed.body());
    }

    @Test
    public void sendsEmptyFiles() throws Exception {
        Files.write(file, new byte[0]);
        HttpResponse<byte[]> response = get("/boot/program.efi");
        assertEquals(200, response.statusCode());
        assertEquals("0", header(response, "Content-Length"));
    }

    @Test(timeout = 20_000)
    public void waitsForAnswersWithoutHoldingThreads() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            var request = java.net.http.HttpRequest.newBuilder(base().resolve("/later/"))
                    .build();
            waiting.add(client.sendAsync(request, BodyHandlers.ofString()));
        }
        while (counters.counters().getOrDefault("http.lo.requests", 0L) < 200) {
            Thread.sleep(10);
        }
        assertEquals(
                "there are fewer threads than that", 200, get("/artifact/x").statusCode());
        assertFalse(waiting.get(0).isDone());
        later.complete(HttpAnswer.ok("now"));
        for (CompletableFuture<HttpResponse<String>> response : waiting) {
            assertEquals("now", response.get().body());
        }
    }

    @Test
    public void saysWhenALaterAnswerFails() throws Exception {
        later.completeExceptionally(new IllegalStateException("expected by this test"));
        assertEquals(500, get("/later/").statusCode());
    }

    @Test(timeout = 30_000)
    public void servesManyDownloadsAtOnce() throws Exception {
        List<CompletableFuture<HttpResponse<byte[]>>> downloads = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            var request = java.net.http.HttpRequest.newBuilder(base().resolve("/artifact/x"))
                    .build();
            downloads.add(client.sendAsync(request, BodyHandlers.ofByteArray()));
        }
        for (CompletableFuture<HttpResponse<byte[]>> download : downloads) {
            assertArrayEquals(CONTENT, download.get().body());
        }
    }

    @Test
    public void servesOldClients() throws Exception {
        String old = raw("GET /no/ HTTP/1.0\r\n\r\n");
        assertTrue(old, old.startsWith("HTTP/1.1 403"));
        assertTrue(old, old.contains("Content-Length: 19\r\n"));
        assertTrue(old, old.endsWith("this claim is over\n"));
    }

    @Test
    public void keepsConnections() throws Exception {
        String both =
                raw("GET /no/ HTTP/1.1\r\nHost: x\r\n\r\nGET /done/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertTrue(both, both.startsWith("HTTP/1.1 403"));
        assertTrue(both, both.contains("HTTP/1.1 204"));
    }

    @Test
    public void refusesBrokenRequestsInPlainWords() throws Exception {
        for (String request : new String[] {
            "GET /a/../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "GET /%2e%2e/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "GET /a%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "GET /boot/..%2fx HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "GET /echo/ HTTP/1.1\r\n\r\n",
            "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
            "\1\2\3\r\n\r\n"
        }) {
            String answer = raw(request);
            assertTrue(request + answer, answer.startsWith("HTTP/1.1 4"));
            assertFalse(answer, answer.contains("<html"));
            assertFalse(answer, answer.toLowerCase(Locale.ROOT).contains("jetty"));
        }
        assertTrue(seen.isEmpty());
    }

    @Test
    public void refusesMethodsThatItDoesNotKnow() throws Exception {
        String answer = raw("TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertTrue(answer, answer.startsWith("HTTP/1.1 501"));
    }

    @Test(timeout = 20_000)
    public void cutsAnAnswerThatCannotBeFinished() throws Exception {
        long announced = 256L << 20;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                Socket socket = new Socket("127.0.0.1", port)) {
            channel.write(ByteBuffer.wrap(new byte[1]), announced - 1);
            socket.getOutputStream().write("GET /artifact/x HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertTrue(socket.getInputStream().read() >= 0);
            channel.truncate(10);
            assertTrue(drain(socket) < announced);
        }
    }

    private static long drain(Socket socket) {
        long received = 1;
        byte[] buffer = new byte[65536];
        try {
            for (int read = 0; read >= 0; read = socket.getInputStream().read(buffer)) {
                received += read;
            }
        } catch (IOException e) {
            // A reset is as good a sign as an end before the announced length.
        }
        return received;
    }

    @Test
    public void doesNotListenAfterwards() {
        server.close();
        assertThrows(IOException.class, () -> new Socket("127.0.0.1", port).close());
    }
}
