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
    private static final int LARGEST_HEADER = 4 << 20;

    private final InputStream tar;
    private String paxPath = "";
    private long paxSize = -1;

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
            if (regular && paths.test(path)) {
                sum += (size + PAGE - 1) / PAGE * PAGE;
            }
            skip(regular ? size : 0);
            paxPath = "";
            paxSize = -1;
        }
        return sum;
    }

    private String path(byte[] header) {
        String prefix = text(header, 345, 155);
        String name = text(header, 0, 100);
        String path = !paxPath.isEmpty() ? paxPath : prefix.isEmpty() ? name : prefix + "/" + name;
        return absolute(path);
    }

    /** By hand, as an expression needs more stack the more there is to leave out, and archives come from anywhere. */
    private static String absolute(String path) {
        int from = 0;
        while (path.startsWith("./", from) || path.startsWith("/", from)) {
            from += path.charAt(from) == '/' ? 1 : 2;
        }
        int to = path.length();
        while (to > from && path.charAt(to - 1) == '/') {
            to--;
        }
        return "/" + path.substring(from, to);
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
            if (record.startsWith("path=")) {
                paxPath = record.substring("path=".length());
            } else if (record.startsWith("size=")) {
                paxSize = Long.parseLong(record.substring("size=".length()));
            }
            at += length;
        }
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
