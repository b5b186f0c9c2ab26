package org.perceus.vnfs.internal.tar;

import java.io.IOException;
import java.io.InputStream;

/** The data that an archive holds of one entry. Ends where the entry ends. */
final class StoredContent extends InputStream {
    private final BlockInput in;
    private long unread;

    StoredContent(BlockInput in, long size) {
        this.in = in;
        this.unread = size;
    }

    /** Bytes that the archive still holds of it. */
    long unread() {
        return unread;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (unread == 0) {
            return -1;
        }
        int count = in.read(buffer, offset, (int) Math.min(length, unread));
        if (count < 0) {
            throw in.truncated();
        }
        unread -= count;
        return count;
    }
}
