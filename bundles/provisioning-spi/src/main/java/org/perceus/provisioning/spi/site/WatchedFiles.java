package org.perceus.provisioning.spi.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a few files of the server say, read again when they have changed and nobody is writing to them: two looks see the same
 * then. Thread-safe.
 *
 * @param <T> what they say
 */
public final class WatchedFiles<T> {
    private static final String UNREAD = "";

    private final List<Path> files;
    private final Reading<T> reading;
    private String seen;
    private String read = UNREAD;
    private volatile T value;

    /**
     * Reads files.
     *
     * @param <T> what they say
     */
    @ConsumerType
    public interface Reading<T> {
        /** Reads all of them, of which each may be missing. */
        T read() throws IOException;

        /** What holds while they cannot be read, which is tried again at each look. */
        T failed(IOException reason);
    }

    /** Reads them for the first time, in whatever state they are. */
    public WatchedFiles(List<Path> files, Reading<T> reading) {
        this.files = List.copyOf(files);
        this.reading = reading;
        this.seen = stamps();
        read(seen);
    }

    /** What they said when they were read last. */
    public T value() {
        return value;
    }

    /** Looks whether they have changed. */
    public synchronized void look() {
        String now = stamps();
        if (now.equals(seen) && !now.equals(read)) {
            read(now);
        }
        seen = now;
    }

    private void read(String stamps) {
        try {
            // before what it throws, which would be thrown at each look
            read = stamps;
            value = reading.read();
        } catch (IOException e) {
            read = UNREAD;
            value = reading.failed(e);
        }
    }

    /** A text, as the JDK keeps the class of a record whose equality it computed. */
    private String stamps() {
        StringBuilder stamps = new StringBuilder();
        for (Path file : files) {
            stamps.append(stamp(file)).append('\n');
        }
        return stamps.toString();
    }

    private static String stamp(Path file) {
        try {
            Map<String, Object> all = Files.readAttributes(file, "unix:ino,size,lastModifiedTime,ctime");
            return all.get("ino") + " " + all.get("size") + " " + all.get("lastModifiedTime") + " " + all.get("ctime");
        } catch (IOException e) {
            return "none";
        }
    }
}
