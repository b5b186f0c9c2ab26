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
 * once. Looked at by one thread, asked by any.
 */
public final class TreeWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TreeWatch.class);
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final String root;
    private final Path folder;
    private final Limits limits;
    private final Clock clock;
    private final TreeReader reader;
    private Optional<Scan> read = Optional.empty();
    private Scan seen = new Scan(List.of(), true);
    private volatile SiteTree tree;

    /**
     * Where there is no folder yet the site has no files at once, else as soon as they are looked at.
     *
     * @param root what the folder is called in sentences
     * @param folder the folder, which need not be there
     */
    public TreeWatch(String root, Path folder, Limits limits, ArtifactPublisher publisher) {
        this(root, folder, limits, publisher, Clock.systemUTC());
    }

    TreeWatch(String root, Path folder, Limits limits, ArtifactPublisher publisher, Clock clock) {
        this.root = root;
        this.folder = folder;
        this.limits = limits;
        this.clock = clock;
        this.reader = new TreeReader(root, folder, limits, publisher);
        this.tree = Files.isDirectory(folder)
                ? SiteTree.behind("the files below " + root + " are being read")
                : SiteTree.empty();
    }

    /** The files as they were read last. */
    public SiteTree tree() {
        return tree;
    }

    /** Gives back what nodes download, behind the last look. */
    @Override
    public void close() {
        reader.close();
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

    /** Looks once; nodes wait while the tree cannot be read. */
    public void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("The files below {} cannot be read", root, e);
            read = Optional.empty();
            tree = SiteTree.behind("the files below " + root + " cannot be read: " + e);
        }
    }
}
