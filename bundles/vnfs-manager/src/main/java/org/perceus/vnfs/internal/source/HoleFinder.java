package org.perceus.vnfs.internal.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.perceus.vnfs.internal.root.Extents;
import org.perceus.vnfs.internal.root.Extents.Run;
import org.perceus.vnfs.internal.root.Limits;
import org.perceus.vnfs.internal.root.SourceRejected;

/**
 * Finds the holes of a file by its content alone, so that equal files are packed alike, whether their source tells of
 * holes or not. Zeros that are worth a hole are one; fewer are data, or every program would have holes. Swap space has none,
 * as swapon(8) refuses a file with holes, also one whose unwritten extents its file system tells as such.
 */
final class HoleFinder {
    static final int SMALLEST_HOLE = 1 << 16;

    /** As many as a header of an archive has room for; zeros behind them are data. */
    private static final int MOST_RUNS = 1 << 15;

    private static final int BLOCK = 1 << 12;
    private static final byte[] ZEROS = new byte[BLOCK];
    private static final byte[] SWAP_SPACE = "SWAPSPACE2".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream data;
    private final Limits limits;
    private final List<Run> runs = new ArrayList<>();
    private final byte[] block = new byte[BLOCK];
    private int filled;
    private long position;
    private long zeros;
    private long begin = -1;
    private long stored;
    private boolean swapSpace;

    private HoleFinder(OutputStream data, Limits limits) {
        this.data = data;
        this.limits = limits;
    }

    /**
     * Goes through a file.
     *
     * @param known the holes that its source tells of
     * @param stored its data by these
     * @param data takes its data by what is returned
     * @throws SourceRejected when there is more data than the limits have
     */
    static Extents find(Extents known, InputStream stored, OutputStream data, Limits limits) throws IOException {
        HoleFinder finder = new HoleFinder(data, limits);
        long at = 0;
        for (Run run : known.runs()) {
            finder.pass(run.offset() - at);
            at = run.offset() + finder.take(stored, run.length());
        }
        finder.pass(known.size() - at);
        return finder.end();
    }

    private long take(InputStream in, long length) throws IOException {
        long left = length;
        while (left > 0) {
            int count = in.read(block, filled, (int) Math.min(BLOCK - filled, left));
            if (count < 0) {
                return length - left;
            }
            left -= count;
            filled += count;
            if (filled == BLOCK) {
                endBlock();
            }
        }
        return length;
    }

    private void pass(long length) throws IOException {
        long left = length;
        if (filled > 0) {
            left -= fill(Math.min(left, BLOCK - filled));
        }
        if (filled == 0) {
            zeros += left / BLOCK * BLOCK;
            position += left / BLOCK * BLOCK;
            fill(left % BLOCK);
        }
    }

    private long fill(long count) throws IOException {
        Arrays.fill(block, filled, filled + (int) count, (byte) 0);
        filled += (int) count;
        if (filled == BLOCK) {
            endBlock();
        }
        return count;
    }

    private void endBlock() throws IOException {
        if (Arrays.equals(block, 0, filled, ZEROS, 0, filled)) {
            zeros += filled;
        } else {
            swapSpace |= position == 0 && isSwapHeader();
            decide();
            begin = begin < 0 ? position : begin;
            write(block, filled);
        }
        position += filled;
        filled = 0;
    }

    /** The mark of mkswap(8) is at the end of the first page. */
    private boolean isSwapHeader() {
        return filled == BLOCK
                && Arrays.equals(block, BLOCK - SWAP_SPACE.length, BLOCK, SWAP_SPACE, 0, SWAP_SPACE.length);
    }

    private Extents end() throws IOException {
        endBlock();
        decide();
        endRun(position);
        return new Extents(position, runs);
    }

    /** Whether the zeros just before are a hole. */
    private void decide() throws IOException {
        if (zeros >= SMALLEST_HOLE && !swapSpace && runs.size() < MOST_RUNS) {
            endRun(position - zeros);
        } else if (zeros > 0) {
            begin = begin < 0 ? position - zeros : begin;
            for (long left = zeros; left > 0; left -= BLOCK) {
                write(ZEROS, (int) Math.min(left, BLOCK));
            }
        }
        zeros = 0;
    }

    private void endRun(long end) {
        if (begin >= 0) {
            runs.add(new Run(begin, end - begin));
        }
        begin = -1;
    }

    private void write(byte[] bytes, int length) throws IOException {
        stored += length;
        if (stored > limits.bytes()) {
            throw limits.tooManyBytes();
        }
        data.write(bytes, 0, length);
    }
}
