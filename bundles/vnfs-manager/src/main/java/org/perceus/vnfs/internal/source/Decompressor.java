package org.perceus.vnfs.internal.source;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.perceus.vnfs.internal.root.SourceRejected;
import org.tukaani.xz.XZInputStream;

/** Undoes the compression of a stream, which it tells by the first bytes. */
final class Decompressor implements Closeable {
    private static final int MAGIC = 6;
    private static final int BUFFER = 1 << 16;

    /** As much as xz takes to undo its highest level, and a little: it is of the heap. */
    private static final int XZ_MEMORY_KIB = 72 << 10;

    private final InputStream stream;

    private Decompressor(InputStream stream) {
        this.stream = stream.markSupported() ? stream : new BufferedInputStream(stream, BUFFER);
    }

    static Decompressor of(BufferedInputStream in) throws IOException {
        in.mark(MAGIC);
        String magic = HexFormat.of().formatHex(in.readNBytes(MAGIC));
        in.reset();
        try {
            return new Decompressor(open(in, magic));
        } catch (IOException | RuntimeException e) {
            throw new SourceRejected("it is a damaged or truncated compressed file (" + e.getMessage() + ")", e);
        }
    }

    /** What was compressed; can be marked. */
    InputStream stream() {
        return stream;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private static InputStream open(InputStream in, String magic) throws IOException {
        if (magic.startsWith("1f8b")) {
            return new GZIPInputStream(in, BUFFER);
        }
        if (magic.startsWith("28b52ffd")) {
            return new ZstdInputStream(in);
        }
        if (magic.equals("fd377a585a00")) {
            return new XZInputStream(in, XZ_MEMORY_KIB);
        }
        if (magic.startsWith("425a68")) {
            return new BZip2CompressorInputStream(in, true);
        }
        return in;
    }
}
