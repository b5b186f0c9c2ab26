package org.perceus.module.slurm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.perceus.provisioning.spi.ProvisioningException;

/** The site's own part of slurm.conf, which is looked at now and then. Thread-safe. */
final class SiteFile {
    private static final int MOST_BYTES = 256 << 10;

    private record Stamp(FileTime changed, long size) {}

    /** What it said at a look, or why that is not known. */
    private record Content(String text, String problem) {}

    private final String name;
    private final Path file;
    private Stamp seen;
    private Stamp read;
    private volatile Content content;

    /**
     * Looks for the first time.
     *
     * @param name what the file is called in sentences
     */
    SiteFile(String name, Path file) {
        this.name = name;
        this.file = file;
        this.seen = stamp();
        this.read = seen;
        this.content = read();
    }

    /** What it said at the last look. */
    String text() throws ProvisioningException {
        Content now = content;
        if (!now.problem().isEmpty()) {
            throw new ProvisioningException(now.problem());
        }
        return now.text();
    }

    /** Why no node can have it; empty when nodes can. */
    String problem() {
        return content.problem();
    }

    /** Reads it if it has changed and is not being written: two looks see the same then. */
    synchronized void look() {
        Stamp now = stamp();
        if (now.equals(seen) && !now.equals(read)) {
            content = read();
            read = now;
        }
        seen = now;
    }

    private Stamp stamp() {
        try {
            return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException e) {
            return new Stamp(FileTime.fromMillis(0), -1);
        }
    }

    private Content read() {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return new Content(
                        "", name + " has more than " + (MOST_BYTES >> 10) + " KiB: use include for the rest");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0 ? new Content(text, "") : new Content("", notText());
        } catch (CharacterCodingException e) {
            return new Content("", notText());
        } catch (NoSuchFileException e) {
            return new Content("", name + " is not there: put the site's slurm.conf there, without its nodes");
        } catch (IOException e) {
            return new Content("", name + " cannot be read: " + e);
        }
    }

    private String notText() {
        return name + " is not text in UTF-8";
    }
}
