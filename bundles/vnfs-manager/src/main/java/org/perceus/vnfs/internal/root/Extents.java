package org.perceus.vnfs.internal.root;

import java.io.InputStream;
import java.util.List;

/**
 * Where the data of a regular file lies. What lies between and behind are holes, which read as zeros. Immutable.
 *
 * @param size size of the file with its holes
 * @param runs the pieces of data in ascending order, none of them empty
 */
public record Extents(long size, List<Run> runs) {
    /** The most pieces that a file may have. */
    public static final int MOST_RUNS = 1 << 20;

    /** Of a file without content. */
    public static final Extents NONE = new Extents(0, List.of());

    /** Data at an offset of the file. */
    public record Run(long offset, long length) {
        /** The offset behind it. */
        public long end() {
            return offset + length;
        }
    }

    /** Copies the list. */
    public Extents {
        runs = List.copyOf(runs);
    }

    /** Of a file that is all data. */
    public static Extents whole(long size) {
        return size == 0 ? NONE : new Extents(size, List.of(new Run(0, size)));
    }

    /** Bytes of data. */
    public long stored() {
        return runs.stream().mapToLong(Run::length).sum();
    }

    /** Bytes of holes. */
    public long holes() {
        return size - stored();
    }

    /** The content of the file, made of its data, piece after piece. */
    public InputStream fill(InputStream stored) {
        return holes() == 0 ? stored : new FilledContent(this, stored);
    }
}
