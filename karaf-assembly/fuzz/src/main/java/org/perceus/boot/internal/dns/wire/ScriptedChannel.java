package org.perceus.boot.internal.dns.wire;

import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Set;

/** A connection whose other side sends and takes pieces of given sizes, one after the other and then from the first again. */
final class ScriptedChannel extends SocketChannel {
    private final ByteBuffer incoming;
    private final int[] pieces;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private int turn;

    /** @param pieces sizes, of which one at least is not 0 */
    ScriptedChannel(byte[] incoming, int... pieces) {
        super(null);
        this.incoming = ByteBuffer.wrap(incoming);
        this.pieces = pieces;
    }

    byte[] written() {
        return written.toByteArray();
    }

    @Override
    public int read(ByteBuffer target) {
        if (!incoming.hasRemaining()) {
            return -1;
        }
        byte[] piece = new byte[Math.min(Math.min(piece(), target.remaining()), incoming.remaining())];
        incoming.get(piece);
        target.put(piece);
        return piece.length;
    }

    @Override
    public int write(ByteBuffer source) {
        byte[] piece = new byte[Math.min(piece(), source.remaining())];
        source.get(piece);
        written.writeBytes(piece);
        return piece.length;
    }

    private int piece() {
        return pieces[turn++ % pieces.length];
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SocketChannel bind(SocketAddress local) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> SocketChannel setOption(SocketOption<T> name, T value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T getOption(SocketOption<T> name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return Set.of();
    }

    @Override
    public SocketChannel shutdownInput() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SocketChannel shutdownOutput() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket socket() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isConnectionPending() {
        return false;
    }

    @Override
    public boolean connect(SocketAddress remote) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean finishConnect() {
        return true;
    }

    @Override
    public SocketAddress getRemoteAddress() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SocketAddress getLocalAddress() {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void implCloseSelectableChannel() {
        // nothing is open
    }

    @Override
    protected void implConfigureBlocking(boolean block) {
        // never blocks
    }
}
