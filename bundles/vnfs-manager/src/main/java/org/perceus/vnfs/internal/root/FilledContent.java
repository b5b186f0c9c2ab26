package org.perceus.vnfs.internal.root;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import org.perceus.vnfs.internal.root.Extents.Run;

/** The content of a file, its holes filled with zeros. Ends early when its data does. */
final class FilledContent extends InputStream {
    private final InputStream stored;
    private final long size;
    private final Iterator<Run> runs;
    private Run run = new Run(0, 0);
    private long position;

    FilledContent(Extents extents, InputStream stored) {
        this.stored = stored;
        this.size = extents.size();
        this.runs = extents.runs().iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position >= run.end() && runs.hasNext()) {
            run = runs.next();
        }
        boolean hole = position < run.offset() || position >= run.end();
        long end = position < run.offset() ? run.offset() : hole ? size : run.end();
        int wanted = (int) Math.min(length, end - position);
        if (wanted <= 0) {
            return -1;
        }
        int count = wanted;
        if (hole) {
            Arrays.fill(buffer, offset, offset + wanted, (byte) 0);
        } else {
            count = stored.read(buffer, offset, wanted);
        }
        position += Math.max(count, 0);
        return count;
    }

    @Override
    public void close() throws IOException {
        stored.close();
    }
}
