package org.perceus.boot.internal.http;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.util.function.Supplier;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.perceus.boot.PatientThreads;
import org.perceus.boot.internal.file.OpenFiles;
import org.perceus.boot.internal.http.connection.Bounds;
import org.perceus.boot.internal.http.connection.ClientConnector;
import org.perceus.boot.internal.limit.SparseLog;
import org.perceus.boot.internal.net.Counters;
import org.perceus.boot.internal.net.LiveServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server of one interface. */
public final class HttpServer implements LiveServer {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int MOST_THREADS = 64;
    private static final int LEAST_THREADS = 8;
    private static final int THREAD_IDLE_MILLIS = 60_000;
    private static final int POOL_STEP = 4096;
    private static final int LARGEST_BUFFER = 64 << 10;
    private static final int MOST_OF_A_SIZE = 1024;

    /** Octets of buffers that wait for their next use. */
    private static final long MOST_KEPT = 8 << 20;

    private static final long IDLE_MILLIS = 30_000;

    private final Server server;
    private final ClientConnector connector;

    /**
     * Starts.
     *
     * @param name for the threads
     * @param listener the bound socket, which now belongs to this server
     * @param directory who answers
     * @param base of the URLs by which clients reach this server
     * @param counters where to count
     * @throws IOException when it does not start
     */
    public HttpServer(
            String name,
            ServerSocketChannel listener,
            HttpDirectory directory,
            Supplier<URI> base,
            Counters.Scope counters)
            throws IOException {
        this(name, listener, directory, base, counters, Bounds.ofThisMachine());
    }

    HttpServer(
            String name,
            ServerSocketChannel listener,
            HttpDirectory directory,
            Supplier<URI> base,
            Counters.Scope counters,
            Bounds bounds)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(
                MOST_THREADS, LEAST_THREADS, THREAD_IDLE_MILLIS, -1, null, null, new PatientThreads(name));
        threads.setName(name);
        this.server = new Server(
                threads,
                new ScheduledExecutorScheduler(name + "-timer", false),
                new ArrayByteBufferPool(0, POOL_STEP, LARGEST_BUFFER, MOST_OF_A_SIZE, MOST_KEPT, MOST_KEPT));
        SparseLog log = new SparseLog(LOG, name, System::nanoTime);
        this.connector = new ClientConnector(server, settings(), bounds, counters, log);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setHandler(
                new BootHandler(directory, base, new ServerState(connector.clients(), new OpenFiles(), counters, log)));
        server.setErrorHandler(new PlainErrors());
        start(listener);
    }

    private static HttpConfiguration settings() {
        HttpConfiguration settings = new HttpConfiguration();
        settings.setSendServerVersion(false);
        // Nodes compare their clocks with it.
        settings.setSendDateHeader(true);
        settings.setRequestHeaderSize(8 << 10);
        // It has 30 KB for each connection.
        settings.setHeaderCacheSize(0);
        // Loaders that join a folder and a name write two slashes where one is meant, and give up at a redirection.
        settings.setUriCompliance(
                UriCompliance.DEFAULT.with("Perceus", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT));
        return settings;
    }

    private void start(ServerSocketChannel listener) throws IOException {
        try {
            connector.setPort(listener.socket().getLocalPort());
            connector.open(listener);
            server.start();
        } catch (Exception e) {
            close();
            listener.close();
            throw new IOException("the HTTP server did not start: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean isAlive() {
        return server.isRunning() && connector.isServing();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.debug("The HTTP server did not stop cleanly", e);
        } finally {
            server.destroy();
        }
    }
}
