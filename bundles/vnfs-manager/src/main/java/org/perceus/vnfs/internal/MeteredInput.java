package org.perceus.vnfs.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.perceus.vnfs.internal.root.Meter;

/** Says how much was read. */
final class MeteredInput extends FilterInputStream {
    private final Meter meter;

    MeteredInput(InputStream in, Meter meter) {
        super(in);
        this.meter = meter;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count > 0) {
            meter.add(count);
        }
        return count;
    }
}
