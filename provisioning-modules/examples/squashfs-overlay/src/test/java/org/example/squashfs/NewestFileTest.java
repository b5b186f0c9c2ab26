package org.example.squashfs;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.Test;

public class NewestFileTest {
    private static final long NONE = -1;

    private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

    @Test
    public void theNewestCountsWhereverItStands() throws Exception {
        add('5', "", 0, 50);
        add('0', "a".repeat(1000), 1000, 1_700_000_000);
        add('0', "b".repeat(512), 512, 70);
        assertEquals(1_700_000_000, time());
    }

    @Test
    public void aSizeThatStandsInARecordIsBelieved() throws Exception {
        String records = "12 path=a/b\n13 size=1500\n";
        add('x', records, records.length(), NONE);
        add('0', "c".repeat(1500), 0, 60);
        add('0', "d", 1, 80);
        assertEquals(80, time());
    }

    @Test
    public void whatIsNoHeaderIsRefused() throws Exception {
        tar.write("x".repeat(512).getBytes(StandardCharsets.US_ASCII));
        assertThrows(IOException.class, this::time);
    }

    private void add(char type, String content, long size, long time) throws IOException {
        byte[] header = new byte[512];
        header[0] = 'f';
        header[156] = (byte) type;
        put(header, 124, String.format("%011o", size));
        if (time != NONE) {
            put(header, 136, String.format("%011o", time));
        }
        tar.write(header);
        tar.write(Arrays.copyOf(content.getBytes(StandardCharsets.US_ASCII), (content.length() + 511) / 512 * 512));
    }

    private static void put(byte[] header, int at, String digits) {
        System.arraycopy(digits.getBytes(StandardCharsets.US_ASCII), 0, header, at, digits.length());
    }

    private long time() throws IOException {
        tar.write(new byte[1024]);
        return NewestFile.time(new ByteArrayInputStream(tar.toByteArray()));
    }
}
