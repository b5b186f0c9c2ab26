package org.perceus.vnfs.internal;

import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.ArtifactStore;
import org.perceus.vnfs.file.DurableFiles;

/** Keeps artifacts as files that bear their hashes as names, in folders by the first two digits. */
@Component(service = {ArtifactStore.class, FileArtifactStore.class})
public final class FileArtifactStore implements ArtifactStore {
    private static final int FAN_OUT = 2;

    private final Path folder;
    private final WorkFolder work;
    private final Clock clock;

    @Activate
    public FileArtifactStore(@Reference VnfsConfiguration configuration) {
        this(configuration.now().directory(), Clock.systemUTC());
    }

    FileArtifactStore(Path directory, Clock clock) {
        this.folder = directory.resolve("artifacts");
        this.work = new WorkFolder(directory);
        this.clock = clock;
        try {
            Files.createDirectories(folder);
            work.clear();
        } catch (IOException e) {
            throw new UncheckedIOException("artifacts cannot be kept below " + directory + ": " + e, e);
        }
    }

    @Override
    public Artifact publish(Content content) throws IOException {
        Path file = work.newFile("artifact");
        try {
            Artifact artifact;
            try (FileOutputStream out = new FileOutputStream(file.toFile());
                    HashingOutput hashing = new HashingOutput(out)) {
                content.writeTo(new Unclosable(hashing));
                hashing.flush();
                // here, where nobody waits for it, and not while others want to publish
                out.getFD().sync();
                artifact = new Artifact(hashing.sha256(), hashing.size());
            }
            keep(file, artifact);
            return artifact;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public Optional<Path> find(String sha256) {
        return Optional.of(sha256).filter(Artifact::isHash).map(this::place).filter(Files::isRegularFile);
    }

    /**
     * Removes artifacts.
     *
     * @param inUse hashes to spare
     * @param before only those published before then
     * @return those that were removed
     */
    List<Artifact> sweep(Set<String> inUse, Instant before) throws IOException {
        List<Artifact> removed = new ArrayList<>();
        try (DirectoryStream<Path> fans = Files.newDirectoryStream(folder)) {
            for (Path fan : fans) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(fan)) {
                    for (Path file : files) {
                        String name = file.getFileName().toString();
                        if (Artifact.isHash(name) && !inUse.contains(name)) {
                            removeIfOlder(file, before).ifPresent(removed::add);
                        }
                    }
                }
            }
        }
        return removed;
    }

    private synchronized void keep(Path file, Artifact artifact) throws IOException {
        Path place = place(artifact.sha256());
        if (Files.exists(place)) {
            // Whoever published it again has as much time to refer to it as the first had.
            Files.setLastModifiedTime(place, FileTime.from(clock.instant()));
        } else {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            DurableFiles.publish(file, place, DurableFiles.PUBLIC);
        }
    }

    private synchronized Optional<Artifact> removeIfOlder(Path file, Instant before) throws IOException {
        if (!Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
            return Optional.empty();
        }
        Artifact artifact = new Artifact(file.getFileName().toString(), Files.size(file));
        Files.delete(file);
        return Optional.of(artifact);
    }

    private Path place(String sha256) {
        return folder.resolve(sha256.substring(0, FAN_OUT)).resolve(sha256);
    }

    /** Content may close what it is given, or not; the file stays open to be synced. */
    private static final class Unclosable extends FilterOutputStream {
        Unclosable(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
