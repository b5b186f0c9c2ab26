package org.perceus.vnfs.internal.tar;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Optional;
import org.perceus.vnfs.internal.root.Meter;
import org.perceus.vnfs.internal.root.SourceRejected;

/**
 * The stream of an archive, from outside: whatever goes wrong in reading or unpacking it is told as a fault of the
 * source, and it ends at a limit.
 */
final class BlockInput {
    private static final int SKIP_BUFFER = 1 << 16;

    private final InputStream in;
    private final long limit;
    private final Meter meter;
    private final byte[] skipped = new byte[SKIP_BUFFER];
    private long position;

    BlockInput(InputStream in, long limit, Meter meter) {
        this.in = in;
        this.limit = limit;
        this.meter = meter;
    }

    long position() {
        return position;
    }

    /** The next block; empty at the end of the stream. */
    Optional<byte[]> block() throws IOException {
        byte[] block = new byte[TarHeader.BLOCK];
        int have = read(block, 0, block.length);
        if (have < 0) {
            return Optional.empty();
        }
        fill(block, have);
        return Optional.of(block);
    }

    /** Exactly so many bytes, without the padding that follows them. */
    byte[] bytes(int size) throws IOException {
        byte[] bytes = new byte[size];
        fill(bytes, 0);
        return bytes;
    }

    /** Passes over so many bytes, or to the end when that comes first. */
    void skip(long size) throws IOException {
        long left = size;
        while (left > 0) {
            int count = read(skipped, 0, (int) Math.min(left, skipped.length));
            if (count < 0) {
                throw truncated();
            }
            left -= count;
        }
    }

    /** Passes over the rest, so that checksums of the compression at its end are verified. */
    void drain() throws IOException {
        int count = 0;
        while (count >= 0) {
            count = read(skipped, 0, skipped.length);
        }
    }

    int read(byte[] buffer, int offset, int length) throws IOException {
        int count;
        try {
            count = in.read(buffer, offset, length);
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Decoders answer damage with whatever they stumble over, index errors included.
            throw new SourceRejected("it is damaged or truncated after " + position + " bytes of tar (" + e + ")", e);
        }
        if (count > 0) {
            position += count;
            meter.add(count);
        }
        if (position > limit) {
            throw new SourceRejected("it unpacks to more than the " + limit
                    + " bytes that an import may have (maxRootGib in org.perceus.vnfs)");
        }
        return count;
    }

    SourceRejected truncated() {
        return new SourceRejected("it is truncated: it ends after " + position + " bytes of tar, in the middle");
    }

    private void fill(byte[] bytes, int from) throws IOException {
        int have = from;
        while (have < bytes.length) {
            int count = read(bytes, have, bytes.length - have);
            if (count < 0) {
                throw truncated();
            }
            have += count;
        }
    }
}
