package org.perceus.boot.internal.http.connection;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.perceus.boot.internal.limit.SparseLog;
import org.perceus.boot.internal.net.Counters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts clients, and keeps an eye on them while the server runs. */
public final class ClientConnector extends ServerConnector {
    private static final Logger LOG = LoggerFactory.getLogger(ClientConnector.class);
    private static final int SELECTORS = 2;
    private static final long SWEEP_MILLIS = 1000;
    private static final long ACCEPT_PAUSE_MILLIS = 100;

    private final Clients clients;
    private final AcceptedSockets sockets;
    private final SparseLog log;

    /** @param log where it is said what is taken from whom */
    public ClientConnector(
            Server server, HttpConfiguration settings, Bounds bounds, Counters.Scope counters, SparseLog log) {
        super(server, 1, SELECTORS, new HttpConnectionFactory(settings));
        this.clients = new Clients(bounds, System::nanoTime, counters, log);
        this.sockets =
                new AcceptedSockets(bounds.sockets(), getSelectorManager()::getTotalKeys, clients::hasNoRoomFor, log);
        this.log = log;
        addBean(sockets);
    }

    /** Those who are connected. */
    public Clients clients() {
        return clients;
    }

    /** Whether connections are accepted. */
    public boolean isServing() {
        return isRunning() && isOpen();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        sweepLater();
    }

    private void sweepLater() {
        getScheduler().schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        try {
            clients.sweep();
        } catch (RuntimeException e) {
            LOG.error("The connections of {} could not be looked through", getName(), e);
        } finally {
            if (isRunning()) {
                sweepLater();
            }
        }
    }

    @Override
    public void accept(int acceptor) throws IOException {
        sockets.enter();
        try {
            super.accept(acceptor);
        } catch (IOException | RuntimeException e) {
            sockets.leave();
            throw e;
        }
    }

    @Override
    protected boolean handleAcceptFailure(Throwable failure) {
        if (!isRunning() || failure instanceof ClosedByInterruptException) {
            return false;
        }
        log.error("an HTTP connection could not be accepted", failure);
        return pause();
    }

    /** What hinders may be over by then: descriptors that all are in use, say. */
    private static boolean pause() {
        try {
            Thread.sleep(ACCEPT_PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key)
            throws IOException {
        ClientEndPoint endPoint = new ClientEndPoint(channel, selector, key, getScheduler(), clients);
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }

    /** Nothing of the connection is used any more. */
    @Override
    protected void onEndPointClosed(EndPoint endPoint) {
        super.onEndPointClosed(endPoint);
        if (endPoint instanceof ClientEndPoint gone) {
            clients.gone(gone.client());
        }
    }
}
