package org.perceus.vnfs.internal.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.perceus.vnfs.internal.root.SourceRejected;

/**
 * Contents, one after the other in a temporary file, that can be read in any order later. Zeros take no room, and the disk,
 * on which others have to write as well, is not filled.
 */
final class Spool extends OutputStream {
    private static final int BUFFER = 1 << 17;

    private static final long STAYS_FREE = 1L << 30;
    private static final long UNCHECKED = 1L << 24;

    /** Tells how many bytes can still be written. */
    @FunctionalInterface
    interface Room {
        long bytes() throws IOException;
    }

    private final Path file;
    private final Room room;
    private final FileChannel channel;
    private final byte[] buffer = new byte[BUFFER];
    private int buffered;
    private long flushed;
    private long unchecked = UNCHECKED;

    Spool(Path file) throws IOException {
        this(file, () -> Files.getFileStore(file).getUsableSpace());
    }

    Spool(Path file, Room room) throws IOException {
        this.file = file;
        this.room = room;
        this.channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Where the next content will begin. */
    long position() {
        return flushed + buffered;
    }

    /** Takes a content to its end. */
    void append(InputStream content) throws IOException {
        content.transferTo(this);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int count = Math.min(length - done, BUFFER - buffered);
            System.arraycopy(bytes, offset + done, buffer, buffered, count);
            buffered += count;
            done += count;
            if (buffered == BUFFER) {
                flush();
            }
        }
    }

    /** Makes all that was appended readable. */
    @Override
    public void flush() throws IOException {
        if (!Arrays.equals(buffer, 0, buffered, new byte[buffered], 0, buffered)) {
            check();
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, buffered);
            while (bytes.hasRemaining()) {
                channel.write(bytes, flushed + bytes.position());
            }
        }
        flushed += buffered;
        buffered = 0;
    }

    private void check() throws IOException {
        unchecked -= buffered;
        if (unchecked < 0) {
            if (room.bytes() < STAYS_FREE) {
                throw new SourceRejected("it unpacks to more than fits on the disk with " + file.getParent()
                        + ", of which " + (STAYS_FREE >> 20) + " MiB have to stay free");
            }
            unchecked = UNCHECKED;
        }
    }

    /** A content that was appended and flushed. */
    InputStream read(long position, long size) {
        return new Piece(position, size);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    /** One content. */
    private final class Piece extends InputStream {
        private final long end;
        private long at;

        Piece(long position, long size) {
            at = position;
            end = position + size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int wanted = (int) Math.min(length, end - at);
            if (wanted <= 0) {
                return length == 0 ? 0 : -1;
            }
            if (end > flushed) {
                throw new EOFException("read before it was flushed");
            }
            int count = channel.read(ByteBuffer.wrap(target, offset, wanted), at);
            if (count < 0) {
                // Zeros at the very end were never written.
                Arrays.fill(target, offset, offset + wanted, (byte) 0);
                count = wanted;
            }
            at += count;
            return count;
        }
    }
}
