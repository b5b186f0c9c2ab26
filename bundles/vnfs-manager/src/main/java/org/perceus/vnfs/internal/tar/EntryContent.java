package org.perceus.vnfs.internal.tar;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import org.perceus.vnfs.internal.tar.SparseMap.Run;

/** The content of one entry, its holes filled with zeros. Ends where the entry ends. */
final class EntryContent extends InputStream {
    private final BlockInput in;
    private final long size;
    private final Iterator<Run> runs;
    private Run run;
    private long position;
    private long unread;

    EntryContent(BlockInput in, SparseMap map) {
        this.in = in;
        this.size = map.size();
        this.runs = map.runs().iterator();
        this.unread = map.stored();
        this.run = new Run(0, 0);
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
        if (position >= size) {
            return -1;
        }
        while (position >= run.offset() + run.length() && runs.hasNext()) {
            run = runs.next();
        }
        boolean inRun = position >= run.offset() && position < run.offset() + run.length();
        if (inRun) {
            int wanted = (int) Math.min(length, run.offset() + run.length() - position);
            int count = in.read(buffer, offset, wanted);
            if (count < 0) {
                throw in.truncated();
            }
            position += count;
            unread -= count;
            return count;
        }
        long end = position < run.offset() ? run.offset() : size;
        int count = (int) Math.min(length, end - position);
        Arrays.fill(buffer, offset, offset + count, (byte) 0);
        position += count;
        return count;
    }
}
