package org.perceus.module.files.tree;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.perceus.provisioning.spi.ArtifactPublisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the folder of the site's files again when it has changed and nobody is writing to it any more. All of it appears at
 * once. Thread-safe.
 */
public final class TreeWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TreeWatch.class);
    private static final Duration SETTLED = Duration.ofSeconds(1);
    private static final long STOP_MS = 5_000;

    private final String root;
    private final Path folder;
    private final Limits limits;
    private final Duration pause;
    private final Clock clock;
    private final TreeReader reader;
    private final Thread thread;
    private Optional<Scan> read = Optional.empty();
    private Scan seen = new Scan(List.of(), true);
    private volatile SiteTree tree;

    /**
     * Begins to watch. Where there is no folder yet the site has no files at once, else as soon as they are read.
     *
     * @param root what the folder is called in sentences
     * @param folder the folder, which need not be there
     * @param pause how long it waits between two looks
     */
    public TreeWatch(String root, Path folder, Limits limits, ArtifactPublisher publisher, Duration pause) {
        this(root, folder, limits, publisher, pause, Clock.systemUTC());
        thread.start();
    }

    TreeWatch(String root, Path folder, Limits limits, ArtifactPublisher publisher, Duration pause, Clock clock) {
        this.root = root;
        this.folder = folder;
        this.limits = limits;
        this.pause = pause;
        this.clock = clock;
        this.reader = new TreeReader(root, folder, limits, publisher);
        this.tree = Files.isDirectory(folder)
                ? SiteTree.behind("the files below " + root + " are being read")
                : SiteTree.empty();
        this.thread = new Thread(this::watch, getClass().getName());
        thread.setDaemon(true);
        // of whoever starts the module, and no business of this thread
        thread.setContextClassLoader(null);
    }

    /** The files as they were read last. */
    public SiteTree tree() {
        return tree;
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

    /** Looks once, and reads all if that is due. */
    void look() {
        Scan now = scan();
        boolean isQuiet = now.isSame(seen) || now.isOlderThan(Instant.now(clock).minus(SETTLED));
        seen = now;
        if (!isQuiet || read.filter(now::isSame).isPresent()) {
            return;
        }
        SiteTree fresh = reader.read(now);
        boolean isSame = now.isSame(scan());
        reader.settle(isSame);
        if (isSame) {
            read = Optional.of(now);
            tree = fresh;
            LOG.info("Read {} files of the site below {}", fresh.size(), root);
            fresh.problems().forEach(problem -> LOG.warn("Files of the site: {}", problem));
        }
    }

    private Scan scan() {
        return Files.isDirectory(folder) ? Scan.of(folder, limits.files()) : new Scan(List.of(), true);
    }

    /** A tree that cannot be read must not end the watch: nodes wait until it can. */
    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("The files below {} cannot be read", root, e);
            read = Optional.empty();
            tree = SiteTree.behind("the files below " + root + " cannot be read: " + e);
        }
    }

    private void watch() {
        try (reader) {
            while (!Thread.currentThread().isInterrupted()) {
                lookSafely();
                Thread.sleep(pause.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
