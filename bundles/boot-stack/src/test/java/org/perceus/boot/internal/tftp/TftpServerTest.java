package org.perceus.boot.internal.tftp;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import org.apache.commons.net.tftp.TFTP;
import org.apache.commons.net.tftp.TFTPClient;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.boot.internal.file.BootFile;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.LinuxDeviceSockets;

/** The server on the loopback device, with clients that others wrote and one that windows and loses. */
public class TftpServerTest {
    private static final int MTU = 1500;
    private static final byte[] CONTENT = content(300_000);
    private static final String TEXT = "a line of a configuration\n".repeat(50);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Counters counters = new Counters();
    private TftpServer server;
    private InetSocketAddress address;

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(5).nextBytes(content);
        return content;
    }

    @Before
    public void start() throws IOException {
        Path file = folder.getRoot().toPath().resolve("file");
        Files.write(file, CONTENT);
        server = new TftpServer(
                "test-tftp",
                "lo",
                MTU,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new LinuxDeviceSockets(),
                this::find,
                counters.scope("tftp.lo"),
                System::nanoTime);
        address = (InetSocketAddress) server.address();
    }

    private Optional<BootFile> find(String name) {
        return name.equals("written")
                ? Optional.of(new BootFile.Written(TEXT))
                : Optional.of(folder.getRoot().toPath().resolve(name))
                        .filter(Files::exists)
                        .map(BootFile.Stored::new);
    }

    @After
    public void stop() {
        server.close();
    }

    private WindowClient client() throws IOException {
        return new WindowClient(address, 1, 0);
    }

    private long count(String name) {
        return counters.counters().getOrDefault("tftp.lo." + name, 0L);
    }

    private void awaitCount(String name, long expected) throws InterruptedException {
        for (int i = 0; i < 200 && count(name) != expected; i++) {
            Thread.sleep(20);
        }
        assertEquals(name, expected, count(name));
    }

    @Test
    public void servesAClientWithoutOptions() throws Exception {
        TFTPClient client = new TFTPClient();
        client.setDefaultTimeout(Duration.ofSeconds(2));
        client.open();
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try {
            client.receiveFile("file", TFTP.BINARY_MODE, received, address.getAddress(), address.getPort());
        } finally {
            client.close();
        }
        assertArrayEquals(CONTENT, received.toByteArray());
        awaitCount("completed", 1);
    }

    @Test
    public void servesWhatWasWrittenForWhoAsks() throws Exception {
        byte[] text = TEXT.getBytes(StandardCharsets.US_ASCII);
        for (int block : new int[] {8, 512, text.length, 1468}) {
            try (WindowClient client = client()) {
                assertArrayEquals("block of " + block, text, client.fetch("written", block, 1));
            }
        }
        awaitCount("completed", 4);
    }

    @Test
    public void servesWindows() throws Exception {
        for (int window : new int[] {1, 4, 16, 64}) {
            try (WindowClient client = client()) {
                assertArrayEquals(CONTENT, client.fetch("file", 1468, window));
            }
        }
        awaitCount("completed", 4);
    }

    @Test(timeout = 30_000)
    public void getsThroughLoss() throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            try (WindowClient client = new WindowClient(address, seed, 0.03)) {
                assertArrayEquals("seed " + seed, CONTENT, client.fetch("file", 1428, 8));
            }
        }
    }

    @Test(timeout = 30_000)
    public void servesManyAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<byte[]>> fetches = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                fetches.add(CompletableFuture.supplyAsync(this::fetch, pool));
            }
            for (CompletableFuture<byte[]> fetch : fetches) {
                assertArrayEquals(CONTENT, fetch.get());
            }
        } finally {
            pool.shutdownNow();
        }
        awaitEnd(40);
    }

    /** On a busy machine a block is sent again after the last acknowledgement, to a client that is gone by then. */
    private void awaitEnd(long transfers) throws InterruptedException {
        LongSupplier ended = () -> count("completed") + count("aborted") + count("timed-out");
        for (int i = 0; i < 1000 && ended.getAsLong() != transfers; i++) {
            Thread.sleep(20);
        }
        assertEquals(transfers, ended.getAsLong());
    }

    private byte[] fetch() {
        try (WindowClient client = client()) {
            return client.fetch("file", 1024, 4);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    public void saysWhichOptionsItTakes() throws Exception {
        try (WindowClient client = client().patient()) {
            assertEquals(
                    new WindowClient.Reply.Options(Map.of("tsize", "300000", "blksize", "1468", "windowsize", "4")),
                    client.request(
                            1, "file", "octet", "tsize", "0", "blksize", "9000", "windowsize", "4", "multicast", ""));
            assertNotEquals("a transfer has a port of its own", address, client.peer());
        }
    }

    @Test
    public void repeatsWhatTheClientDoesNotAcknowledge() throws Exception {
        try (WindowClient client = client().patient()) {
            assertEquals(1, block(client.request(1, "file", "octet")));
            assertEquals(1, block(client.receive()));
            client.acknowledge(1);
            assertEquals(2, block(client.receive()));
        }
    }

    @Test
    public void aTransferHearsItsClientAlone() throws Exception {
        try (WindowClient client = client().patient();
                WindowClient other = client()) {
            assertEquals(1, block(client.request(1, "file", "octet")));
            other.acknowledge(1, client.peer());
            assertEquals("it was not acknowledged", 1, block(client.receive()));
        }
    }

    @Test
    public void theNextTransferOfAClientHasAnotherPort() throws Exception {
        try (WindowClient client = client()) {
            client.fetch("file", 1468, 16);
            InetSocketAddress before = client.peer();
            client.fetch("file", 1400, 16);
            assertNotEquals(before, client.peer());
        }
    }

    private static int block(WindowClient.Reply reply) {
        return ((WindowClient.Reply.Data) reply).block();
    }

    @Test
    public void startsOneTransferForARepeatedRequest() throws Exception {
        try (WindowClient client = client().patient()) {
            client.request(1, "file", "octet", "tsize", "0");
            client.raw("\0\1file\0octet\0tsize\0000\0".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            awaitCount("duplicates", 1);
        }
    }

    @Test
    public void refusesInTheWordsOfTheProtocol() throws Exception {
        try (WindowClient client = client().patient()) {
            assertEquals(new WindowClient.Reply.Failure(1, "no such file"), client.request(1, "none", "octet"));
            assertEquals(
                    new WindowClient.Reply.Failure(2, "this server is read only"), client.request(2, "file", "octet"));
            assertEquals(
                    new WindowClient.Reply.Failure(0, "only the mode octet is served"),
                    client.request(1, "file", "netascii"));
            client.raw(new byte[] {0, 4, 0, 1});
            assertEquals(new WindowClient.Reply.Failure(4, "a request was expected here"), client.receive());
        }
        awaitCount("not-found", 1);
        awaitCount("refused", 2);
        awaitCount("unexpected", 1);
    }

    @Test
    public void keepsSilentAboutNonsense() throws Exception {
        try (WindowClient client = client()) {
            client.raw(new byte[] {0, 1, 'x'});
            client.raw(new byte[] {0, 5, 0, 0, 0});
            assertThrows(SocketTimeoutException.class, client::receive);
        }
        awaitCount("malformed", 1);
    }

    @Test
    public void limitsTheTransfersOfOnePeer() throws Exception {
        List<WindowClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 128; i++) {
                clients.add(client());
                clients.get(i).patient().request(1, "file", "octet", "tsize", "0");
            }
            clients.add(client());
            assertThrows(SocketTimeoutException.class, () -> clients.get(128).request(1, "file", "octet"));
            awaitCount("overload", 1);
        } finally {
            clients.forEach(WindowClient::close);
        }
    }

    @Test
    public void stopsWithTransfersUnderWay() throws Exception {
        try (WindowClient client = client().patient()) {
            client.request(1, "file", "octet");
            server.close();
            assertEquals(1, count("aborted"));
        }
    }
}
