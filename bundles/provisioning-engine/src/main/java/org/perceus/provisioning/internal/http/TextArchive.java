package org.perceus.provisioning.internal.http;

import java.util.List;
import java.util.Locale;

/**
 * An archive that a kernel unpacks into its first root, with texts alone: newc, as Linux has it in its description of initramfs
 * buffers. It is ASCII itself, and as long as a multiple of four octets, so that any archive may stand behind it.
 */
final class TextArchive {
    private static final int FOLDER = 0040755;
    private static final int FILE = 0100600;
    private static final int ALIGNMENT = 4;

    private final StringBuilder archive = new StringBuilder();

    /** A folder for all, of root; those that it is in come before it. */
    TextArchive folder(String path) {
        return entry(path, FOLDER, "");
    }

    /**
     * A file that root alone can read.
     *
     * @param content ASCII
     */
    TextArchive file(String path, String content) {
        return entry(path, FILE, content);
    }

    /** What was put in. */
    String packed() {
        return archive + new TextArchive().entry("TRAILER!!!", 0, "").archive.toString();
    }

    private TextArchive entry(String name, int mode, String content) {
        // inode, mode, owner, group, links, time, size, two numbers of two devices, length of the name, checksum
        List<Integer> fields = List.of(0, mode, 0, 0, 1, 0, content.length(), 0, 0, 0, 0, name.length() + 1, 0);
        archive.append("070701");
        fields.forEach(field -> archive.append(String.format(Locale.ROOT, "%08x", field)));
        archive.append(name).append('\0');
        align();
        archive.append(content);
        align();
        return this;
    }

    private void align() {
        while (archive.length() % ALIGNMENT != 0) {
            archive.append('\0');
        }
    }
}
