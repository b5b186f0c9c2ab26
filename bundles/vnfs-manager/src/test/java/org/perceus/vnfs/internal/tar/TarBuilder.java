package org.perceus.vnfs.internal.tar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.perceus.vnfs.internal.FakeKernel;

/** Writes tar archives byte by byte, however wrong they are wanted. Names are strings of one character a byte. */
public final class TarBuilder {
    private static final int BLOCK = 512;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int mode = 0644;
    private long uid;
    private long gid;
    private long mtime = 1_600_000_000;
    private String magic = "ustar\00000";
    private int major;
    private int minor;

    public TarBuilder mode(int value) {
        mode = value;
        return this;
    }

    public TarBuilder owner(long user, long group) {
        uid = user;
        gid = group;
        return this;
    }

    public TarBuilder mtime(long seconds) {
        mtime = seconds;
        return this;
    }

    public TarBuilder magic(String bytes) {
        magic = bytes;
        return this;
    }

    public TarBuilder device(int devMajor, int devMinor) {
        major = devMajor;
        minor = devMinor;
        return this;
    }

    public TarBuilder file(String name, String content) {
        return entry(name, '0', "", content);
    }

    public TarBuilder program(String name, String content) {
        return mode(0755).entry(name, '0', "", content).mode(0644);
    }

    public TarBuilder folder(String name) {
        return mode(0755).entry(name, '5', "", "").mode(0644);
    }

    public TarBuilder symlink(String name, String target) {
        return entry(name, '2', target, "");
    }

    public TarBuilder hardLink(String name, String target) {
        return entry(name, '1', target, "");
    }

    /** The least that passes for a root. */
    public TarBuilder minimalRoot() {
        return folder("./")
                .folder("./boot/")
                .file("./boot/vmlinuz-6.1.0-9-amd64", FakeKernel.of("6.1.0-9-amd64"))
                .folder("./lib/")
                .folder("./lib/modules/")
                .folder("./lib/modules/6.1.0-9-amd64/")
                .folder("./sbin/")
                .program("./sbin/init", "#!init");
    }

    public TarBuilder pax(Map<String, String> records) {
        PaxRecords pax = new PaxRecords();
        records.forEach(pax::add);
        return entry("PaxHeader", 'x', "", latin(pax.bytes()));
    }

    public TarBuilder entry(String name, char type, String link, String content) {
        return entry(name, type, link, content, content.length());
    }

    /** With a size that need not be that of the content. */
    public TarBuilder entry(String name, char type, String link, String content, long size) {
        byte[] block = new byte[BLOCK];
        put(block, 0, name);
        put(block, 100, octal(7, mode));
        put(block, 108, octal(7, uid));
        put(block, 116, octal(7, gid));
        put(block, 124, octal(11, size));
        put(block, 136, octal(11, mtime));
        put(block, 157, link);
        put(block, 257, magic);
        put(block, 329, octal(7, major));
        put(block, 337, octal(7, minor));
        block[156] = (byte) type;
        return block(block, content);
    }

    /** A header with its checksum put right, and content. */
    public TarBuilder block(byte[] header, String content) {
        put(header, 148, "        ");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        put(header, 148, octal(6, sum) + "\0 ");
        out.writeBytes(header);
        return raw(content).raw("\0".repeat(Math.floorMod(-content.length(), BLOCK)));
    }

    public TarBuilder raw(String bytes) {
        out.writeBytes(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** With the end mark. */
    public byte[] bytes() {
        return raw("\0".repeat(2 * BLOCK)).unended();
    }

    public byte[] unended() {
        return out.toByteArray();
    }

    private static String octal(int digits, long number) {
        String text = Long.toOctalString(number);
        return "0".repeat(digits - text.length()) + text;
    }

    private static void put(byte[] block, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, block, offset, bytes.length);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
