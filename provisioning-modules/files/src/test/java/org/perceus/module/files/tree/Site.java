package org.perceus.module.files.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.testkit.TestPublisher;

/** A folder with files of a site, which is read when a test says so. */
public final class Site {
    public static final Limits LIMITS = new Limits(1_000, 1 << 20, 4 << 20);

    public final TestPublisher publisher = new TestPublisher();
    private final Path folder;
    private final Limits limits;
    private Instant now = Instant.now();
    private TreeWatch watch;

    public Site(Path folder, Limits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    public Site(Path folder) {
        this(folder, LIMITS);
    }

    /** The file at a path of the site. */
    public Path at(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return file;
    }

    public Site with(String path, String content) throws IOException {
        return with(path, content.getBytes(StandardCharsets.UTF_8));
    }

    public Site with(String path, byte[] content) throws IOException {
        Files.write(at(path), content);
        Files.setPosixFilePermissions(at(path), PosixFilePermissions.fromString("rw-r--r--"));
        return this;
    }

    /** Reads all, long after the last change. */
    public SiteTree read() {
        return lookAt(Instant.now().plusSeconds(60));
    }

    /** Looks at it in the moment of the last change. */
    public SiteTree look() {
        return lookAt(Instant.now());
    }

    private SiteTree lookAt(Instant moment) {
        now = moment;
        if (watch == null) {
            watch = new TreeWatch("site/files", folder, limits, publisher, new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            });
        }
        watch.look();
        return watch.tree();
    }

    /** What a node gets of what was read last. */
    public NodeScript script(NodeView node) throws ProvisioningException {
        NodeScript.Builder script = NodeScript.builder();
        for (SiteEntry entry : watch.tree().entries(node)) {
            script.make(entry.file(node));
        }
        return script.build();
    }
}
