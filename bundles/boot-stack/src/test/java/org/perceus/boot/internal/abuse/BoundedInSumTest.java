package org.perceus.boot.internal.abuse;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.net.tftp.TFTP;
import org.apache.commons.net.tftp.TFTPClient;
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
    private static final int CROWD = ServerProcess.DESCRIPTORS / 4 * 3 + 300;

    private static final int PROGRAM = 100_000;
    private static final int ATTEMPTS = 4;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final List<SocketChannel> crowd = new ArrayList<>();
    private final List<DatagramSocket> others = new ArrayList<>();
    private ServerProcess server;

    @Before
    public void start() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.newFile("image"), "rw")) {
            file.setLength(64 << 20);
        }
        Files.write(folder.newFile("program").toPath(), new byte[PROGRAM]);
        server = new ServerProcess(folder.getRoot().toPath());
    }

    @After
    public void stop() throws IOException {
        for (SocketChannel one : crowd) {
            one.close();
        }
        others.forEach(DatagramSocket::close);
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
            HttpResponse<String> posted = sendPatiently(
                    client,
                    HttpRequest.newBuilder(base.resolve("/length/"))
                            .timeout(PATIENCE)
                            .POST(BodyPublishers.ofByteArray(new byte[2000]))
                            .build(),
                    BodyHandlers.ofString());
            assertEquals("2000", posted.body());
            HttpResponse<byte[]> part = sendPatiently(
                    client,
                    HttpRequest.newBuilder(base.resolve("/file/image"))
                            .timeout(PATIENCE)
                            .header("Range", "bytes=1000-200999")
                            .build(),
                    BodyHandlers.ofByteArray());
            assertEquals(200_000, part.body().length);
        }
        assertTrue(server.lives());
    }

    /** Nodes repeat a request that got no answer: at the height of an attack a newcomer may be the one to give way. */
    private static <T> HttpResponse<T> sendPatiently(HttpClient client, HttpRequest request, BodyHandler<T> handler)
            throws Exception {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return client.send(request, handler);
            } catch (IOException e) {
                Thread.sleep(100L * attempt);
            }
        }
        return client.send(request, handler);
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

    /** Requests as of clients that then say nothing, or acknowledge one block and then say nothing. */
    private void requestFiles(int many, boolean acknowledged) throws IOException {
        byte[] request = "\0\1image\0octet\0timeout\00030\0".getBytes(StandardCharsets.ISO_8859_1);
        InetSocketAddress server = new InetSocketAddress("127.0.0.1", this.server.tftpPort());
        for (int i = 0; i < many; i++) {
            DatagramSocket one = new DatagramSocket(new InetSocketAddress("127.0.1." + (1 + i % 10), 0));
            others.add(one);
            one.setSoTimeout(50);
            one.send(new DatagramPacket(request, request.length, server));
            if (acknowledged) {
                acknowledge(one);
            }
        }
    }

    private static void acknowledge(DatagramSocket one) throws IOException {
        DatagramPacket answer = new DatagramPacket(new byte[600], 600);
        try {
            one.receive(answer);
            one.send(new DatagramPacket(new byte[] {0, 4, 0, 0}, 4, answer.getSocketAddress()));
        } catch (SocketTimeoutException e) {
            // There is no place for it, which is right.
        }
    }

    private void assertHonestClientsAreServedByTftp() throws Exception {
        for (int i = 0; i < 5; i++) {
            TFTPClient client = new TFTPClient();
            client.setDefaultTimeout(Duration.ofSeconds(1));
            client.setMaxTimeouts((int) PATIENCE.toSeconds());
            client.open();
            ByteArrayOutputStream received = new ByteArrayOutputStream();
            try {
                client.receiveFile(
                        "program", TFTP.BINARY_MODE, received, InetAddress.getLoopbackAddress(), server.tftpPort());
            } finally {
                client.close();
            }
            assertEquals(PROGRAM, received.size());
        }
        assertTrue(server.lives());
    }

    @Test
    public void tftpRequestsThatNobodyAcknowledges() throws Exception {
        requestFiles(900, false);
        assertHonestClientsAreServedByTftp();
    }

    @Test
    public void tftpTransfersThatStop() throws Exception {
        requestFiles(560, true);
        assertHonestClientsAreServedByTftp();
    }

    @Test
    public void manyClientsBehindOneAddress() throws Exception {
        List<DatagramSocket> clients = new ArrayList<>();
        byte[] request = "\0\1program\0octet\0tsize\0000\0".getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 64; i++) {
            DatagramSocket one = new DatagramSocket(new InetSocketAddress("127.0.2.1", 0));
            others.add(one);
            clients.add(one);
            one.send(
                    new DatagramPacket(request, request.length, new InetSocketAddress("127.0.0.1", server.tftpPort())));
        }
        for (DatagramSocket one : clients) {
            one.setSoTimeout((int) PATIENCE.toMillis());
            DatagramPacket answer = new DatagramPacket(new byte[600], 600);
            one.receive(answer);
            assertEquals("it acknowledges the options", 6, answer.getData()[1]);
        }
    }

    @Test
    public void requestsWhoseAnswersNobodyReads() throws Exception {
        attack(1000, "GET /file/image HTTP/1.1\r\nHost: x\r\nRange: bytes=0-99\r\n\r\n".repeat(10));
        assertHonestClientsAreServed();
    }
}
