package org.perceus.vnfs.internal.tar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.internal.root.Kind;
import org.perceus.vnfs.internal.root.Meter;
import org.perceus.vnfs.internal.root.SourceRejected;

/** The dialects of tar, byte for byte. */
public class TarReaderTest {
    @Test
    public void readsTheOldest() throws IOException {
        List<TarEntry> entries = read(new TarBuilder()
                .magic("")
                .entry("folder/", '\0', "", "")
                .entry("file", '\0', "", "x")
                .bytes());

        assertEquals(Kind.FOLDER, entries.get(0).inode().kind());
        assertEquals(Kind.REGULAR, entries.get(1).inode().kind());
        assertEquals(1, entries.get(1).inode().size());
    }

    @Test
    public void putsThePrefixBeforeTheName() throws IOException {
        assertEquals("pre/fix/name", read(prefixed("ustar\00000", "")).get(0).name());
    }

    @Test
    public void takesNoPrefixFromGnu() throws IOException {
        assertEquals("name", read(prefixed("ustar  \0", "")).get(0).name());
    }

    @Test
    public void readsLongNamesOfGnu() throws IOException {
        String name = "n\u00ff".repeat(300);
        String link = "l".repeat(300);
        TarEntry entry = read(new TarBuilder()
                        .entry("././@LongLink", 'K', "", link + "\0")
                        .entry("././@LongLink", 'L', "", name + "\0")
                        .symlink("short", "short")
                        .bytes())
                .get(0);

        assertEquals(name, entry.name());
        assertEquals(link, entry.inode().target());
    }

    @Test
    public void prefersRecordsToHeaders() throws IOException {
        TarEntry entry = read(new TarBuilder()
                        .pax(Map.of(
                                "path",
                                "long\u00fe",
                                "uid",
                                "3000000",
                                "gid",
                                "4294967295",
                                "mtime",
                                "12.999",
                                "size",
                                "3"))
                        .entry("short", '0', "", "abc", 0)
                        .bytes())
                .get(0);

        assertEquals("long\u00fe", entry.name());
        assertEquals(3_000_000, entry.inode().uid());
        assertEquals(4294967295L, entry.inode().gid());
        assertEquals(12, entry.inode().mtime());
        assertEquals(3, entry.inode().size());
    }

    @Test
    public void cutsTimesDownwards() throws IOException {
        for (Map.Entry<String, Long> time : Map.of("-1.5", -2L, "-1.0", -1L, "-0.5", -1L, "1.5", 1L, "7", 7L)
                .entrySet()) {
            TarEntry entry = read(new TarBuilder()
                            .pax(Map.of("mtime", time.getKey()))
                            .file("f", "")
                            .bytes())
                    .get(0);
            assertEquals(
                    time.getKey(), time.getValue().longValue(), entry.inode().mtime());
        }
    }

    @Test
    public void appliesGlobalRecordsUntilTheyAreReplaced() throws IOException {
        List<TarEntry> entries = read(new TarBuilder()
                .entry("g", 'g', "", "8 uid=5\n")
                .file("a", "")
                .pax(Map.of("uid", "6"))
                .file("b", "")
                .file("c", "")
                .bytes());

        assertEquals(
                List.of(5L, 6L, 5L), entries.stream().map(e -> e.inode().uid()).toList());
    }

    @Test
    public void readsNumbersInBinary() throws IOException {
        byte[] header = new TarBuilder().file("f", "").unended();
        header[108] = (byte) 0x80;
        Arrays.fill(header, 109, 116, (byte) 0);
        header[112] = 1;
        for (int i = 136; i < 148; i++) {
            header[i] = (byte) 0xff;
        }
        TarEntry entry = read(new TarBuilder().block(header, "").bytes()).get(0);

        assertEquals(1L << 24, entry.inode().uid());
        assertEquals(-1, entry.inode().mtime());
    }

    @Test
    public void refusesBinaryNumbersBeyondAllBounds() {
        byte[] header = new TarBuilder().file("f", "").unended();
        header[124] = (byte) 0x80;
        header[125] = 1;

        assertThrows(
                SourceRejected.class,
                () -> read(new TarBuilder().block(header, "").bytes()));
    }

    @Test
    public void passesOverLabelsAndWhatItDoesNotKeep() throws IOException {
        List<TarEntry> entries = read(new TarBuilder()
                .entry("label", 'V', "", "")
                .entry("dump", 'D', "", "list of names")
                .entry("contiguous", '7', "", "x")
                .bytes());

        assertEquals(
                List.of("dump", "contiguous"),
                entries.stream().map(TarEntry::name).toList());
        assertEquals(Kind.FOLDER, entries.get(0).inode().kind());
    }

    @Test
    public void keepsAttributesAsBytes() throws IOException {
        TarEntry entry = read(new TarBuilder()
                        .pax(Map.of(
                                "SCHILY.xattr.security.capability", "\1\0\0\2\200\n=", "SCHILY.acl.access", "u::rwx"))
                        .file("f", "")
                        .bytes())
                .get(0);

        assertEquals(
                Map.of("SCHILY.xattr.security.capability", "\1\0\0\2\200\n=", "SCHILY.acl.access", "u::rwx"),
                entry.inode().attributes());
    }

    @Test
    public void readsContentInPartsOrNotAtAll() throws IOException {
        TarReader reader = reader(new TarBuilder()
                .file("a", "x".repeat(1000))
                .file("b", "skipped".repeat(500))
                .file("c", "end")
                .bytes());
        reader.next();
        assertEquals(10, reader.content().readNBytes(10).length);
        reader.next();
        reader.next();

        assertEquals("end", new String(reader.content().readAllBytes(), StandardCharsets.US_ASCII));
        assertEquals(-1, reader.content().read());
        assertTrue(reader.next().isEmpty());
    }

    @Test
    public void refusesMapsOfSparseFilesThatCannotBe() {
        for (Map<String, String> records : List.of(
                Map.of("GNU.sparse.size", "10", "GNU.sparse.map", "0,5,4,2"),
                Map.of("GNU.sparse.size", "10", "GNU.sparse.map", "5,6"),
                Map.of("GNU.sparse.size", "10", "GNU.sparse.map", "0"),
                Map.of("GNU.sparse.size", "10", "GNU.sparse.map", "-1,2"),
                Map.of("GNU.sparse.size", "10", "GNU.sparse.map", "0,-2"),
                Map.of("GNU.sparse.size", "10", "GNU.sparse.map", "0,x"),
                Map.of("GNU.sparse.size", "-1", "GNU.sparse.map", "0,0"),
                Map.of("GNU.sparse.size", "9223372036854775807", "GNU.sparse.map", "9223372036854775807,1"),
                Map.of("GNU.sparse.size", "99999", "GNU.sparse.map", "0,99999"),
                Map.of("GNU.sparse.major", "1", "GNU.sparse.realsize", "5"))) {
            byte[] tar = new TarBuilder()
                    .pax(records)
                    .file("f", "9999999\n".repeat(64))
                    .bytes();
            assertThrows(records.toString(), SourceRejected.class, () -> read(tar));
        }
    }

    private static byte[] prefixed(String magic, String tail) {
        byte[] header = new TarBuilder().magic(magic).file("name", "").unended();
        byte[] prefix = "pre/fix".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(prefix, 0, header, 345, prefix.length);
        return new TarBuilder().block(header, tail).bytes();
    }

    private static TarReader reader(byte[] tar) {
        return new TarReader(new ByteArrayInputStream(tar), 1 << 20, new Meter(Progress.none(), "", 0));
    }

    private static List<TarEntry> read(byte[] tar) throws IOException {
        TarReader reader = reader(tar);
        List<TarEntry> entries = new ArrayList<>();
        for (Optional<TarEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
            entries.add(entry.get());
        }
        return entries;
    }
}
