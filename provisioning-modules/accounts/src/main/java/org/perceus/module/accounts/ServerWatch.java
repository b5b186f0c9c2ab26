package org.perceus.module.accounts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the server's users and groups again when their files have changed. Thread-safe. */
final class ServerWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);
    private static final long STOP_MS = 5_000;

    private record Seen(FileTime time, long size) {}

    private final List<Path> files;
    private final Duration pause;
    private final Thread thread;
    private List<Seen> seen = List.of();
    private volatile ServerTables tables = ServerTables.missing("they are being read");

    /**
     * Begins to watch.
     *
     * @param pause how long it waits between two looks
     */
    ServerWatch(Path passwd, Path group, Duration pause) {
        this.files = List.of(passwd, group);
        this.pause = pause;
        this.thread = new Thread(this::watch, getClass().getName());
        thread.setDaemon(true);
        // of whoever starts the module, and no business of this thread
        thread.setContextClassLoader(null);
        thread.start();
    }

    /** Users and groups as they were read last. */
    ServerTables tables() {
        return tables;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOP_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                lookSafely();
                Thread.sleep(pause.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be read must not end the watch: nodes wait until it can. */
    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("The users and groups of this server cannot be read", e);
            tables = ServerTables.missing("they cannot be read: " + e);
        }
    }

    private void look() {
        List<Seen> now = files();
        if (now.equals(seen) && tables.problem().isEmpty()) {
            return;
        }
        ServerTables fresh = TableReader.read(files.get(0), files.get(1));
        if (!fresh.remark().equals(tables.remark())) {
            LOG.info("Users and groups of this server: {}", fresh.remark());
        }
        tables = fresh;
        seen = now;
    }

    /** Programs that change these files replace them, so half a file is not seen. */
    private List<Seen> files() {
        List<Seen> all = new ArrayList<>();
        for (Path file : files) {
            try {
                all.add(new Seen(Files.getLastModifiedTime(file), Files.size(file)));
            } catch (IOException missing) {
                all.add(new Seen(FileTime.fromMillis(0), -1));
            }
        }
        return all;
    }
}
