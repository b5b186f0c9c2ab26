package org.perceus.module.hybrid;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Adds up how many bytes of RAM files of a tar archive with PAX headers take. For one thread. */
final class TarSizes {
    private static final int BLOCK = 512;
    private static final int PAGE = 4096;
    private static final int LONGEST_NUMBER = 18;
    private static final int LARGEST_HEADER = 1 << 20;

    private final InputStream tar;
    private String paxPath = "";
    private long paxSize = -1;
    private boolean sparse;
    private boolean named;
    private int lineLength;

    TarSizes(InputStream tar) {
        this.tar = tar;
    }

    /** The pages of the files whose absolute path fits. */
    long sum(Predicate<String> paths) throws IOException {
        long sum = 0;
        for (byte[] header = block(); header[0] != 0; header = block()) {
            char type = (char) header[156];
            long size = number(header, 124, 12);
            if (type == 'x' || type == 'g') {
                readPax(type, size);
                continue;
            }
            String path = path(header);
            size = paxSize >= 0 ? paxSize : size;
            boolean regular = type == '0' || type == 0;
            long data = regular ? size : 0;
            // the data of a sparse file, without its holes, follows a list of the places that it belongs to
            data -= regular && sparse ? readMap() : 0;
            if (regular && paths.test(path)) {
                sum += (data + PAGE - 1) / PAGE * PAGE;
            }
            skip(data);
            paxPath = "";
            paxSize = -1;
            sparse = false;
            named = false;
        }
        return sum;
    }

    private String path(byte[] header) {
        String prefix = text(header, 345, 155);
        String name = text(header, 0, 100);
        String path = !paxPath.isEmpty() ? paxPath : prefix.isEmpty() ? name : prefix + "/" + name;
        return "/" + path.replaceFirst("^(\\./|/)+", "").replaceFirst("/+$", "");
    }

    private void readPax(char type, long size) throws IOException {
        if (size > LARGEST_HEADER) {
            throw new IOException("a header of " + size + " bytes");
        }
        byte[] content = tar.readNBytes((int) size);
        tar.skipNBytes(padding(size));
        for (int at = 0; type == 'x' && at < content.length; ) {
            int space = at;
            while (content[space] != ' ') {
                space++;
            }
            int length = Integer.parseInt(new String(content, at, space - at, StandardCharsets.US_ASCII));
            String record = new String(content, space + 1, length - (space - at) - 2, StandardCharsets.UTF_8);
            if (record.startsWith("path=") && !named) {
                paxPath = record.substring("path=".length());
            } else if (record.startsWith("GNU.sparse.name=")) {
                paxPath = record.substring("GNU.sparse.name=".length());
                named = true;
            } else if (record.equals("GNU.sparse.major=1")) {
                sparse = true;
            } else if (record.startsWith("size=")) {
                paxSize = Long.parseLong(record.substring("size=".length()));
            }
            at += length;
        }
    }

    /** Passes over the list and tells how many bytes it takes: the number of places, then two numbers for each, a line each. */
    private long readMap() throws IOException {
        long count = line();
        long length = lineLength;
        for (long i = 0; i < 2 * count; i++) {
            line();
            length += lineLength;
        }
        tar.skipNBytes(padding(length));
        return length + padding(length);
    }

    private long line() throws IOException {
        StringBuilder digits = new StringBuilder();
        for (int c = tar.read(); c != '\n'; c = tar.read()) {
            if (c < '0' || c > '9' || digits.length() >= LONGEST_NUMBER) {
                throw new IOException("a list of places that is none");
            }
            digits.append((char) c);
        }
        lineLength = digits.length() + 1;
        return digits.isEmpty() ? 0 : Long.parseLong(digits.toString());
    }

    private byte[] block() throws IOException {
        byte[] block = tar.readNBytes(BLOCK);
        if (block.length < BLOCK) {
            throw new EOFException("the archive was cut off");
        }
        return block;
    }

    private void skip(long size) throws IOException {
        tar.skipNBytes(size + padding(size));
    }

    private static long padding(long size) {
        return (BLOCK - size % BLOCK) % BLOCK;
    }

    private static String text(byte[] header, int at, int length) {
        int end = at;
        while (end < at + length && header[end] != 0) {
            end++;
        }
        return new String(header, at, end - at, StandardCharsets.UTF_8);
    }

    private static long number(byte[] header, int at, int length) throws IOException {
        String digits = text(header, at, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new IOException("a size that is no number", e);
        }
    }
}
