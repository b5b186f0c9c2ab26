package org.perceus.boot.internal.http.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;

/**
 * A part of a file on its way to a socket. The kernel takes it from its page cache (sendfile(2)), so that no client has a
 * copy of its own. For Jetty, which writes buffers, a piece of the region is a buffer of its length, whose octets are nobody's.
 */
public final class FileRegion {
    private static final byte[] NOBODYS = new byte[1 << 20];

    private final FileChannel file;
    private long position;
    private long remaining;

    /** @param file stays open until the region was sent */
    public FileRegion(FileChannel file, long position, long length) {
        this.file = file;
        this.position = position;
        this.remaining = length;
    }

    /** Octets that no piece was made of yet. */
    public boolean isSpent() {
        return remaining == 0;
    }

    /** The next piece. */
    ByteBuffer next() {
        int length = (int) Math.min(NOBODYS.length, remaining);
        remaining -= length;
        return ByteBuffer.wrap(NOBODYS, 0, length);
    }

    static boolean isPiece(ByteBuffer buffer) {
        return buffer.hasArray() && buffer.array() == NOBODYS;
    }

    /** Sends as much of a piece as the socket takes now. */
    long send(ByteBuffer piece, SocketChannel socket) throws IOException {
        long before = position;
        while (piece.hasRemaining()) {
            long sent = file.transferTo(position, piece.remaining(), socket);
            if (sent <= 0) {
                requireContent();
                break;
            }
            position += sent;
            piece.position(piece.position() + (int) sent);
        }
        return position - before;
    }

    private void requireContent() throws IOException {
        if (position >= file.size()) {
            throw new IOException("the file became shorter while it was sent");
        }
    }
}
