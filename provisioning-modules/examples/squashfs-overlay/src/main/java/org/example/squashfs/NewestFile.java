package org.example.squashfs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for the newest file in a tar archive with PAX headers. */
final class NewestFile {
    private static final int BLOCK = 512;
    private static final int SIZE_AT = 124;
    private static final int TIME_AT = 136;
    private static final int TYPE_AT = 156;
    private static final int DIGITS = 11;
    private static final Pattern LARGE = Pattern.compile("(?m)^[0-9]+ size=([0-9]+)$");

    private NewestFile() {}

    /** When it was changed, in seconds since 1970. */
    static long time(InputStream tar) throws IOException {
        long newest = 0;
        long large = 0;
        byte[] header = tar.readNBytes(BLOCK);
        while (header.length == BLOCK && header[0] != 0) {
            newest = Math.max(newest, number(header, TIME_AT));
            long size = Math.max(number(header, SIZE_AT), large);
            large = 0;
            if (header[TYPE_AT] == 'x') {
                Matcher records = LARGE.matcher(new String(tar.readNBytes((int) size), StandardCharsets.ISO_8859_1));
                large = records.find() ? Long.parseLong(records.group(1)) : 0;
                tar.skipNBytes(Math.floorMod(-size, BLOCK));
            } else {
                tar.skipNBytes(size + Math.floorMod(-size, BLOCK));
            }
            header = tar.readNBytes(BLOCK);
        }
        return newest;
    }

    private static long number(byte[] header, int at) throws IOException {
        String digits = new String(header, at, DIGITS, StandardCharsets.US_ASCII).trim();
        if (!digits.matches("[0-7]*")) {
            throw new IOException("the archive is damaged");
        }
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }
}
