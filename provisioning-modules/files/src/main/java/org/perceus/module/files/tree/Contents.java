package org.perceus.module.files.tree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.perceus.provisioning.spi.ArtifactPublisher;
import org.perceus.provisioning.spi.FileContent;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.Publication;
import org.perceus.provisioning.spi.site.SiteText;

/**
 * Reads the content of the site's files: small ones into memory, large ones into the artifacts, once for as long as they do
 * not change. For one thread.
 */
final class Contents implements AutoCloseable {
    private static final Set<OpenOption> NO_LINK = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path folder;
    private final Limits limits;
    private final ArtifactPublisher publisher;
    private Map<String, Publication> published = new HashMap<>();
    private Map<String, Publication> reading = new HashMap<>();
    private long memory;
    private long onDisk;

    Contents(Path folder, Limits limits, ArtifactPublisher publisher) {
        this.folder = folder;
        this.limits = limits;
        this.publisher = publisher;
    }

    /** Begins with the first file of a tree. */
    void begin() {
        reading = new HashMap<>();
        memory = 0;
        onDisk = 0;
    }

    /** Ends with the last file of a tree, which takes the place of the one before, or not. */
    void end(boolean isTaken) {
        Map<String, Publication> gone = isTaken ? published : reading;
        published = isTaken ? reading : published;
        gone.forEach((stamp, publication) -> {
            if (published.get(stamp) != publication) {
                publication.close();
            }
        });
        reading = new HashMap<>();
    }

    @Override
    public void close() {
        end(false);
        published.values().forEach(Publication::close);
        published = new HashMap<>();
    }

    /** What a file holds, as nodes get it. */
    FileContent content(FoundFile file) throws ProvisioningException, IOException {
        if (file.size() > Limits.SCRIPT_FILE) {
            return new FileContent.Published(publish(file).artifact());
        }
        byte[] bytes = bytes(file, Limits.SCRIPT_FILE);
        return SiteText.of(bytes).<FileContent>map(FileContent.Text::new).orElseGet(() -> FileContent.Binary.of(bytes));
    }

    /** The text of a manifest or a template. */
    String text(FoundFile file) throws ProvisioningException, IOException {
        return SiteText.of(bytes(file, Limits.TEXT))
                .orElseThrow(() -> new ProvisioningException("it is no text in UTF-8"));
    }

    /** What a link points to. */
    FileContent link(FoundFile file) throws IOException {
        return new FileContent.Link(
                Files.readSymbolicLink(folder.resolve(file.path())).toString());
    }

    private byte[] bytes(FoundFile file, int most) throws ProvisioningException, IOException {
        memory += file.size();
        if (memory > limits.memory()) {
            throw new ProvisioningException("the small files, templates and manifests of the site have more than "
                    + (limits.memory() >> 20) + " MiB: raise memoryMib, or take some away");
        }
        try (InputStream in = Files.newInputStream(folder.resolve(file.path()), NO_LINK.toArray(OpenOption[]::new))) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new ProvisioningException("it has more than " + (most >> 10) + " KiB");
            }
            return bytes;
        }
    }

    private Publication publish(FoundFile file) throws ProvisioningException {
        onDisk += file.size();
        if (onDisk > limits.published()) {
            throw new ProvisioningException("the large files of the site have more than " + (limits.published() >> 20)
                    + " MiB: raise publishedMib, or take some away");
        }
        Publication publication = published.get(file.stamp());
        if (publication == null) {
            publication = publisher.publish(folder.resolve(file.path()));
        }
        reading.put(file.stamp(), publication);
        return publication;
    }
}
