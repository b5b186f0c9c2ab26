package org.perceus.vnfs.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Meter;
import org.perceus.vnfs.internal.root.SourceRejected;

/** Copies contents of a size that was promised before. For one thread. */
public final class ContentCopy {
    private static final int BUFFER = 1 << 17;

    private final Meter meter;
    private final byte[] buffer = new byte[BUFFER];

    /** With somebody who hears of each byte. */
    public ContentCopy(Meter meter) {
        this.meter = meter;
    }

    /**
     * Copies exactly so many bytes to each stream.
     *
     * @throws SourceRejected when there are fewer
     */
    public void copy(String path, InputStream in, long size, OutputStream... outs) throws IOException {
        long left = size;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new SourceRejected(ByteNames.shown("/" + path) + " in it became shorter while it was read");
            }
            for (OutputStream out : outs) {
                out.write(buffer, 0, count);
            }
            meter.add(count);
            left -= count;
        }
    }
}
