package org.perceus.module.hybrid;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TarSizesTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void filesTakeWholePages() throws Exception {
        file("a/one", 1);
        file("a/page", 4096);
        file("a/more", 4097);
        file("a/none", 0);
        file("b/other", 9000);
        assertEquals(4096 + 4096 + 8192, sum("/a/"));
        assertEquals(4096 + 4096 + 8192 + 12288, sum("/"));
    }

    @Test
    public void longNamesAreRead() throws Exception {
        String name = "d/" + "long-name-".repeat(20);
        file(name, 5000);
        assertEquals(8192, sum("/" + name));
    }

    @Test
    public void aFileWithSeveralNamesCountsOnce() throws Exception {
        file("a/file", 4096);
        Files.createLink(path("b"), path("a/file"));
        Files.createSymbolicLink(path("c"), Path.of("a/file"));
        assertEquals(4096, sum("/"));
    }

    @Test
    public void holesTakeNoMemory() throws Exception {
        try (RandomAccessFile sparse = new RandomAccessFile(path("a").toFile(), "rw")) {
            sparse.setLength(1L << 30);
            sparse.seek(500_000_000);
            sparse.write(1);
        }
        file("b", 4096);
        long sum = sum("/a");
        assertTrue(sum + " bytes of a file with 4096", sum > 0 && sum < 100_000);
        assertEquals(4096, sum("/b"));
    }

    @Test
    public void anArchiveThatWasCutOffIsNoArchive() throws Exception {
        file("a", 5000);
        byte[] tar = tar();
        assertThrows(EOFException.class, () -> new TarSizes(new ByteArrayInputStream(Arrays.copyOf(tar, 3000)))
                .sum(path -> true));
    }

    @Test
    public void aPathMayBeginAsOddlyAsItLikes() throws Exception {
        String record = " path=" + "./".repeat(100_000) + "//a/b//\n";
        String length = Integer.toString(record.length() + 6);
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        entry(tar, 'x', (length + record).getBytes(StandardCharsets.UTF_8));
        entry(tar, '0', new byte[5]);
        tar.write(new byte[1024]);
        assertEquals(4096, new TarSizes(new ByteArrayInputStream(tar.toByteArray())).sum("/a/b"::equals));
    }

    private static void entry(ByteArrayOutputStream tar, char type, byte[] content) {
        byte[] header = new byte[512];
        header[0] = 'n';
        byte[] size = Integer.toOctalString(content.length).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(size, 0, header, 124, size.length);
        header[156] = (byte) type;
        tar.writeBytes(header);
        tar.writeBytes(Arrays.copyOf(content, (content.length + 511) / 512 * 512));
    }

    private long sum(String prefix) throws IOException, InterruptedException {
        return new TarSizes(new ByteArrayInputStream(tar())).sum(path -> path.startsWith(prefix));
    }

    private byte[] tar() throws IOException, InterruptedException {
        Process tar = new ProcessBuilder(
                        "tar",
                        "--format=pax",
                        "--sparse-version=0.0",
                        "--sparse",
                        "-cf",
                        "-",
                        "-C",
                        path("").toString(),
                        ".")
                .start();
        byte[] bytes = tar.getInputStream().readAllBytes();
        assertEquals(0, tar.waitFor());
        return bytes;
    }

    private void file(String name, int size) throws IOException {
        Files.createDirectories(path(name).getParent());
        Files.write(path(name), new byte[size]);
    }

    private Path path(String name) {
        return folder.getRoot().toPath().resolve(name);
    }
}
