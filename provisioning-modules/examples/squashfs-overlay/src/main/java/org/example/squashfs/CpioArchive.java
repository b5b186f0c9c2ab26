package org.example.squashfs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.perceus.provisioning.spi.ProvisioningException;

/** An archive with one file, in the format that the kernel unpacks an initramfs from: newc cpio, not compressed. */
final class CpioArchive {
    private static final int REGULAR_FILE = 0100444;
    private static final long LARGEST = 0xffff_ffffL;

    private CpioArchive() {}

    /** Packs a file under its own name into the top folder of an archive. */
    static Path of(Path file, Path archive) throws ProvisioningException {
        try (OutputStream out = Files.newOutputStream(archive)) {
            long size = Files.size(file);
            if (size > LARGEST) {
                throw new ProvisioningException("the root is larger than 4 GiB packed, which an initramfs cannot hold");
            }
            out.write(header(file.getFileName().toString(), 1, REGULAR_FILE, size));
            Files.copy(file, out);
            pad(out, size);
            out.write(header("TRAILER!!!", 0, 0, 0));
            return archive;
        } catch (IOException e) {
            throw new ProvisioningException(archive + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** The header of an entry with its name, whose length is a multiple of four. */
    private static byte[] header(String name, int inode, int mode, long size) {
        long[] fields = {inode, mode, 0, 0, 1, 0, size, 0, 0, 0, 0, name.length() + 1, 0};
        StringBuilder header = new StringBuilder("070701");
        for (long field : fields) {
            header.append(String.format("%08X", field));
        }
        header.append(name).append('\0');
        while (header.length() % 4 != 0) {
            header.append('\0');
        }
        return header.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void pad(OutputStream out, long size) throws IOException {
        out.write(new byte[(int) (-size & 3)]);
    }
}
