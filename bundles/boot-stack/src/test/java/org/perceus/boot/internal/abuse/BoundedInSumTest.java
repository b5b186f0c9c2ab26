package org.perceus.boot.internal.abuse;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * What is bounded one by one, a thousand times at once: the server lives, and who comes beside is served, within the
 * fifteen seconds that an honest request waits here. The server has a heap of 48 MiB.
 */
public class BoundedInSumTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** More than there is room for with the descriptors that the server has. */
    private static final int CROWD = ServerProcess.DESCRIPTORS / 3 + 300;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final List<SocketChannel> crowd = new ArrayList<>();
    private ServerProcess server;

    @Before
    public void start() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.newFile("image"), "rw")) {
            file.setLength(64 << 20);
        }
        server = new ServerProcess(folder.getRoot().toPath());
    }

    @After
    public void stop() throws IOException {
        for (SocketChannel one : crowd) {
            one.close();
        }
        server.close();
    }

    /** Connects from one of a few addresses, as somebody with a whole rack would, and sends as much as is taken. */
    private void attack(int many, String octets) throws IOException {
        ByteBuffer request = ByteBuffer.wrap(octets.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < many; i++) {
            SocketChannel one = SocketChannel.open();
            crowd.add(one);
            one.bind(new InetSocketAddress("127.0.1." + (1 + i % 10), 0));
            one.connect(new InetSocketAddress("127.0.0.1", server.httpPort()));
            one.configureBlocking(false);
            send(one, request.rewind());
        }
    }

    private static void send(SocketChannel one, ByteBuffer octets) {
        try {
            one.write(octets);
        } catch (IOException e) {
            // The server has closed it, which is its right.
        }
    }

    private void assertHonestClientsAreServed() throws Exception {
        for (int i = 0; i < 20; i++) {
            HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
            URI base = URI.create("http://127.0.0.1:" + server.httpPort());
            HttpResponse<String> posted = client.send(
                    HttpRequest.newBuilder(base.resolve("/length/"))
                            .timeout(PATIENCE)
                            .POST(BodyPublishers.ofByteArray(new byte[2000]))
                            .build(),
                    BodyHandlers.ofString());
            assertEquals("2000", posted.body());
            HttpResponse<byte[]> part = client.send(
                    HttpRequest.newBuilder(base.resolve("/file/image"))
                            .timeout(PATIENCE)
                            .header("Range", "bytes=1000-200999")
                            .build(),
                    BodyHandlers.ofByteArray());
            assertEquals(200_000, part.body().length);
        }
        assertTrue(server.lives());
    }

    @Test
    public void bodiesThatAreHeldBack() throws Exception {
        attack(1000, "POST /length/ HTTP/1.1\r\nHost: x\r\nContent-Length: 65000\r\n\r\n" + "x".repeat(64_000));
        assertHonestClientsAreServed();
        assertTrue(server.counters().get("http.requests-ended-for-others") > 0);
    }

    @Test
    public void headsOfManySmallFields() throws Exception {
        attack(1000, "GET /length/ HTTP/1.1\r\nHost: x\r\n" + "a:\r\n".repeat(1000));
        assertHonestClientsAreServed();
        assertTrue(server.counters().get("http.requests-ended-for-others") > 0);
    }

    @Test
    public void connectionsThatSendAnOctetNowAndThen() throws Exception {
        attack(CROWD, "G");
        for (SocketChannel one : crowd) {
            send(one, ByteBuffer.wrap(new byte[] {'E'}));
        }
        assertHonestClientsAreServed();
        assertTrue(server.counters().get("http.connections-ended-for-others") > 0);
    }

    @Test
    public void downloadsThatNobodyReads() throws Exception {
        attack(1000, "GET /file/image HTTP/1.1\r\nHost: x\r\n\r\n");
        assertHonestClientsAreServed();
    }

    @Test
    public void requestsWhoseAnswersNobodyReads() throws Exception {
        attack(1000, "GET /file/image HTTP/1.1\r\nHost: x\r\nRange: bytes=0-99\r\n\r\n".repeat(10));
        assertHonestClientsAreServed();
    }
}
