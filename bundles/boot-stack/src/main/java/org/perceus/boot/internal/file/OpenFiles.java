package org.perceus.boot.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files that are being sent: each is open once, however many clients fetch it. Thread-safe. */
public final class OpenFiles {
    private static final Logger LOG = LoggerFactory.getLogger(OpenFiles.class);

    private final Map<Key, Shared> files = new HashMap<>();

    private record Key(Path path, String tag) {}

    private static final class Shared {
        private final FileChannel channel;
        private int users;

        Shared(FileChannel channel) {
            this.channel = channel;
        }
    }

    /** One use of a file, to be closed once. */
    public final class Use implements AutoCloseable {
        private final Key key;
        private final FileChannel channel;

        private Use(Key key, FileChannel channel) {
            this.key = key;
            this.channel = channel;
        }

        /** The file, to be read by position and not to be closed. */
        public FileChannel channel() {
            return channel;
        }

        @Override
        public void close() {
            release(key);
        }
    }

    /**
     * Opens a file, or joins those who have it open.
     *
     * @param tag of its content: a file of that name with other content is another one
     */
    public synchronized Use open(Path path, String tag) throws IOException {
        Key key = new Key(path, tag);
        Shared shared = files.get(key);
        if (shared == null) {
            shared = new Shared(FileChannel.open(path, StandardOpenOption.READ));
            files.put(key, shared);
        }
        shared.users++;
        return new Use(key, shared.channel);
    }

    private synchronized void release(Key key) {
        Shared shared = files.get(key);
        if (--shared.users > 0) {
            return;
        }
        files.remove(key);
        try {
            shared.channel.close();
        } catch (IOException e) {
            LOG.debug("{} did not close", key.path(), e);
        }
    }
}
