package org.perceus.boot.internal.http.connection;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.perceus.boot.internal.limit.SparseLog;
import org.perceus.boot.internal.net.Counters;
import org.slf4j.LoggerFactory;

/** A server that may have three sockets, on the loopback device. */
public class AcceptedSocketsTest {
    private static final int SOCKETS = 3;
    private static final Bounds BOUNDS =
            new Bounds(8, 8, 2, SOCKETS, 100_000, Duration.ofSeconds(30), Duration.ofSeconds(20));

    private final Server server = new Server();
    private final List<Socket> clients = new ArrayList<>();
    private ServerSocketChannel listener;

    @Before
    public void start() throws Exception {
        listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        SparseLog log = new SparseLog(LoggerFactory.getLogger(getClass()), "test", System::nanoTime);
        ClientConnector connector =
                new ClientConnector(server, new HttpConfiguration(), BOUNDS, new Counters().scope("http.lo"), log);
        connector.open(listener);
        server.addConnector(connector);
        server.start();
    }

    @After
    public void stop() throws Exception {
        server.stop();
        for (Socket client : clients) {
            client.close();
        }
    }

    private Socket connect() throws IOException {
        Socket client =
                new Socket(InetAddress.getLoopbackAddress(), listener.socket().getLocalPort());
        client.setSoTimeout(10_000);
        clients.add(client);
        return client;
    }

    private static void ask(Socket client) throws IOException {
        client.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static String status(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }

    @Test
    public void whoComesBeyondTheBoundIsServedWhenAnotherHasGone() throws Exception {
        for (int i = 0; i < SOCKETS; i++) {
            ask(connect());
            assertEquals("HTTP/1.1 404 Not Found", status(clients.get(i)));
        }

        Socket late = connect();
        ask(late);
        clients.get(0).close();

        assertEquals("HTTP/1.1 404 Not Found", status(late));
    }

    @Test
    public void manyMayComeAndGo() throws Exception {
        for (int i = 0; i < 10 * SOCKETS; i++) {
            try (Socket client = connect()) {
                ask(client);
                assertEquals("HTTP/1.1 404 Not Found", status(client));
            }
        }
    }

    @Test
    public void stopsWhileSomebodyWaits() throws Exception {
        for (int i = 0; i <= SOCKETS; i++) {
            ask(connect());
        }
        assertEquals("HTTP/1.1 404 Not Found", status(clients.get(SOCKETS - 1)));

        server.stop();

        assertFalse(listener.isOpen());
    }
}
