package org.perceus.vnfs.internal;

import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.perceus.vnfs.InitramfsFormat;

/**
 * How things are compressed with zstd. The same level gives the same bytes whatever the number of threads.
 *
 * @param level 1 to 19: beyond that the window outgrows what kernels and small nodes take
 * @param workers threads, at least 1
 */
public record Compression(int level, int workers) {
    private static final int HIGHEST = 19;
    private static final int BUFFER = 1 << 17;

    /** @throws IllegalArgumentException with a sentence for the administrator */
    public Compression {
        if (level < 1 || level > HIGHEST || workers < 1) {
            throw new IllegalArgumentException("org.perceus.vnfs: a compression level must be 1 to " + HIGHEST
                    + " with at least one worker, not " + level + " with " + workers);
        }
    }

    /** Compresses into a stream, as one frame with a checksum; closing the result closes the stream. */
    OutputStream to(OutputStream out) throws IOException {
        ZstdOutputStream zstd = new ZstdOutputStream(out, RecyclingBufferPool.INSTANCE, level);
        // Without a worker zstd cuts its input differently, so there is always one.
        zstd.setWorkers(workers);
        zstd.setChecksum(true);
        return new BufferedOutputStream(zstd, BUFFER);
    }

    /** Compresses an initramfs the way that a kernel can undo; closing the result closes the stream. */
    OutputStream to(OutputStream out, InitramfsFormat format) throws IOException {
        return switch (format) {
            case ZSTD -> to(out);
            // has no time of its own in it, so the same content gives the same bytes
            case GZIP -> new BufferedOutputStream(new GZIPOutputStream(out, BUFFER), BUFFER);
            case PLAIN -> new BufferedOutputStream(out, BUFFER);
        };
    }

    /** Decompresses; closing the result closes the stream. */
    static InputStream from(InputStream in) throws IOException {
        return new ZstdInputStream(in, RecyclingBufferPool.INSTANCE);
    }
}
