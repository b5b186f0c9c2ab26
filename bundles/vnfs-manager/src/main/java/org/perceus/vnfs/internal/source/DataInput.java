package org.perceus.vnfs.internal.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Iterator;
import org.perceus.vnfs.internal.root.Extents;
import org.perceus.vnfs.internal.root.Extents.Run;

/** The data of a file, piece after piece without its holes. Ends early when the file does; closes it. */
final class DataInput extends InputStream {
    private final SeekableByteChannel file;
    private final Iterator<Run> runs;
    private long left;

    DataInput(SeekableByteChannel file, Extents extents) {
        this.file = file;
        this.runs = extents.runs().iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            if (!runs.hasNext()) {
                return -1;
            }
            Run run = runs.next();
            file.position(run.offset());
            left = run.length();
        }
        int count = file.read(ByteBuffer.wrap(buffer, offset, (int) Math.min(length, left)));
        left -= Math.max(count, 0);
        return count;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
