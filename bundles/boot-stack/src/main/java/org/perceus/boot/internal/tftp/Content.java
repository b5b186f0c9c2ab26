package org.perceus.boot.internal.tftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.perceus.boot.internal.file.OpenFiles;

/** What a transfer sends. Belongs to the server's thread. */
interface Content extends AutoCloseable {
    /** How many octets it has. */
    long size();

    /**
     * Reads octets from a position on.
     *
     * @return how many were read; -1 when the content has none there
     */
    int read(ByteBuffer into, long at) throws IOException;

    @Override
    void close();

    /**
     * A file that is open.
     *
     * @param file belongs to the content
     */
    static Content of(OpenFiles.Use file, long size) {
        return new Content() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public int read(ByteBuffer into, long at) throws IOException {
                return file.channel().read(into, at);
            }

            @Override
            public void close() {
                file.close();
            }
        };
    }

    /** Octets in memory, which stay as they are. */
    static Content of(byte[] octets) {
        return new Content() {
            @Override
            public long size() {
                return octets.length;
            }

            @Override
            public int read(ByteBuffer into, long at) {
                int length = (int) Math.min(into.remaining(), octets.length - at);
                if (length <= 0) {
                    return -1;
                }
                into.put(octets, (int) at, length);
                return length;
            }

            @Override
            public void close() {}
        };
    }
}
