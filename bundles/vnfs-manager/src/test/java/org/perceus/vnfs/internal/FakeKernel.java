package org.perceus.vnfs.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The least that passes for a kernel for x86_64. */
public final class FakeKernel {
    private static final int SIZE = 0x400;
    private static final int NAME = 0x300;

    private FakeKernel() {}

    /** A setup header with a release, one character for each byte. */
    public static String of(String release) {
        return of(release, 1);
    }

    /** With the flags of its loading. */
    public static String of(String release, int loadFlags) {
        char[] image = new char[SIZE];
        Arrays.fill(image, '\0');
        image[0x1fe] = 0x55;
        image[0x1ff] = 0xaa;
        put(image, 0x202, "HdrS");
        image[0x206] = 0x0f;
        image[0x207] = 0x02;
        image[0x20e] = NAME - 0x200 & 0xff;
        image[0x20f] = NAME - 0x200 >> 8;
        image[0x236] = (char) loadFlags;
        put(image, NAME, release.isEmpty() ? "" : release + " (builder@host) #1 SMP");
        return new String(image);
    }

    public static void write(Path file, String release) throws IOException {
        Files.write(file, of(release).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void put(char[] image, int offset, String text) {
        text.getChars(0, text.length(), image, offset);
    }
}
