package org.perceus.boot.internal.http.connection;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/** The socket of a client: counts what comes and goes, and sends parts of files. */
public final class ClientEndPoint extends SocketChannelEndPoint {
    private final Clients clients;
    private final Client client;
    private volatile FileRegion region;

    ClientEndPoint(
            SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler, Clients clients)
            throws IOException {
        super(channel, selector, key, scheduler);
        this.clients = clients;
        InetSocketAddress sender = (InetSocketAddress) channel.getRemoteAddress();
        this.client = clients.client(sender.getAddress(), this::close, this::hasUnread);
    }

    private boolean hasUnread() {
        try {
            return getChannel().socket().getInputStream().available() > 0;
        } catch (IOException e) {
            // it is closed
            return false;
        }
    }

    @Override
    public void onOpen() {
        super.onOpen();
        clients.connected(client);
    }

    /** Whose it is. */
    public Client client() {
        return client;
    }

    /** A piece of a region, to be written next. */
    public ByteBuffer next(FileRegion of) {
        region = of;
        return of.next();
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int filled = super.fill(buffer);
        if (filled > 0 && !clients.received(client, filled)) {
            BufferUtil.clear(buffer);
            return -1;
        }
        return filled;
    }

    @Override
    public boolean flush(ByteBuffer... buffers) throws IOException {
        int last = buffers.length - 1;
        if (last < 0 || !FileRegion.isPiece(buffers[last])) {
            return flushOctets(buffers);
        }
        return (last == 0 || flushOctets(Arrays.copyOf(buffers, last))) && flushPiece(buffers[last]);
    }

    private boolean flushOctets(ByteBuffer... buffers) throws IOException {
        long before = BufferUtil.remaining(buffers);
        boolean flushed = super.flush(buffers);
        count(before - BufferUtil.remaining(buffers));
        return flushed;
    }

    private boolean flushPiece(ByteBuffer piece) throws IOException {
        try {
            long sent = region.send(piece, getChannel());
            count(sent);
            if (sent > 0) {
                notIdle();
            }
            return !piece.hasRemaining();
        } catch (IOException e) {
            throw new EofException(e);
        }
    }

    private void count(long octets) {
        if (octets > 0) {
            client.sent(octets, System.nanoTime());
        }
    }

    @Override
    public void onClose(Throwable failure) {
        clients.disconnected(client);
        super.onClose(failure);
    }
}
