package org.perceus.vnfs.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.perceus.vnfs.internal.tar.TarBuilder;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Small archives that expand in memory, against a process that has half of the heap that is shipped. */
public class HostileHeapTest {
    private static final String HEAP = "256m";
    private static final int HEADER = (4 << 20) - 100;

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private final Map<String, Path> archives = new LinkedHashMap<>();

    @Test
    public void refusesWhatWouldNotFit() throws Exception {
        String file = file("x", "");
        add("headers of one entry", 200, header('x', record("comment", "x".repeat(HEADER))), file);
        add("names of one entry", 300, header('L', "n".repeat(65_000)), file);
        add("links of one entry", 300, header('K', "n".repeat(65_000)), file);
        add("headers for all", 50, header('g', record("some", "x".repeat(HEADER))), file);
        add("tiny records", 1, header('x', "5 a=\n".repeat(HEADER / 5)), file);
        add("a large attribute", 50, header('x', attributes(1, HEADER)) + file, file);
        add("attributes", 200, header('x', attributes(8, 60_000)) + file, file);
        add("tiny attributes", 200, header('x', attributes(20_000, 1)) + file, file);
        add("rights", 1, header('x', record("SCHILY.acl.access", rights())), file);
        add("a deep name", 1, header('x', record("path", "a/".repeat(HEADER / 2))), file);
        add("a deep target", 1, header('x', record("linkpath", "a/".repeat(HEADER / 2))), entry('2', "l", "x", ""));
        add("a deep hard link", 1, header('x', record("linkpath", "a/".repeat(HEADER / 2))), entry('1', "l", "x", ""));
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            deep.append(header('x', record("path", i + "/d".repeat(2000)))).append(file);
        }
        add("deep names", 1, deep.toString(), file);

        List<String> reasons = imported();
        List<String> names = List.copyOf(archives.keySet());
        assertEquals(String.join("\n", reasons), names.size(), reasons.size());
        for (int i = 0; i < names.size(); i++) {
            assertTrue(names.get(i) + ": " + reasons.get(i), reasons.get(i).contains("cannot be imported: "));
        }
    }

    /** What is no more than odd comes in, again and again. */
    @Test
    public void takesWhatFits() throws Exception {
        for (int i = 0; i < 3; i++) {
            add("runs" + i, 2, header('x', sparse(HEADER / 4 - 100)) + file("x", ""), file("x", ""));
            add("users" + i, 1, file("etc/passwd", "a:b:1\n".repeat(2 << 20)), file("x", ""));
        }
        assertEquals(Collections.nCopies(archives.size(), "taken"), imported());
    }

    @Test
    public void refusesADictionaryThatIsTooLarge() throws Exception {
        ByteArrayOutputStream xz = new ByteArrayOutputStream();
        try (OutputStream out = new XZOutputStream(xz, new LZMA2Options(0))) {
            out.write(new TarBuilder().minimalRoot().bytes());
        }
        byte[] bytes = xz.toByteArray();
        int header = 12;
        int length = 4 * bytes[header];
        bytes[header + 4] = 31; // a dictionary of 192 MiB
        CRC32 sum = new CRC32();
        sum.update(bytes, header, length);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(header + length, (int) sum.getValue());
        archives.put("xz", Files.write(temporary.newFile().toPath(), bytes));
        String reason = imported().get(0);
        assertTrue(reason, reason.contains("to unpack it takes 192 MiB of memory, and this server has 72 for that"));
    }

    private List<String> imported() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                HostileImports.class.getName(),
                temporary.newFolder().toString()));
        archives.values().forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertEquals(String.join("\n", lines), 0, process.waitFor());
        return lines;
    }

    private void add(String name, int count, String repeated, String last) throws IOException {
        Path file = temporary.newFile().toPath();
        byte[] bytes = repeated.getBytes(StandardCharsets.ISO_8859_1);
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(file))) {
            out.write(new TarBuilder().minimalRoot().unended());
            for (int i = 0; i < count; i++) {
                out.write(bytes);
            }
            out.write(new TarBuilder().raw(last).bytes());
        }
        archives.put(name, file);
    }

    private static String header(char type, String content) {
        return entry(type, "header", "", content);
    }

    private static String file(String name, String content) {
        return entry('0', name, "", content);
    }

    private static String entry(char type, String name, String link, String content) {
        return new String(new TarBuilder().entry(name, type, link, content).unended(), StandardCharsets.ISO_8859_1);
    }

    private static String attributes(int count, int size) {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < count; i++) {
            records.append(record("SCHILY.xattr.user." + i, "x".repeat(size)));
        }
        return records.toString();
    }

    private static String rights() {
        StringBuilder rights = new StringBuilder();
        for (int user = 0; rights.length() < HEADER - 20; user++) {
            rights.append("u:").append(user).append(":7,");
        }
        return rights + "o::7";
    }

    private static String sparse(int runs) {
        return record("GNU.sparse.size", "0") + record("GNU.sparse.map", "0,0,".repeat(runs - 1) + "0,0");
    }

    private static String record(String keyword, String value) {
        int rest = keyword.length() + value.length() + 3;
        int length = rest + String.valueOf(rest).length();
        return rest + String.valueOf(length).length() + " " + keyword + "=" + value + "\n";
    }
}
