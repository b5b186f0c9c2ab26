package org.perceus.vnfs.internal.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.internal.WorkFolder;
import org.perceus.vnfs.internal.format.ContainerImage;
import org.perceus.vnfs.internal.format.FileFormat;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Limits;
import org.perceus.vnfs.internal.root.Meter;
import org.perceus.vnfs.internal.root.SourceRejected;
import org.perceus.vnfs.internal.tar.TarReader;
import org.tukaani.xz.MemoryLimitException;

/** Opens what an administrator names as a root, by what it is and not by how it is called. */
public final class RootSources {
    private static final int BUFFER = 1 << 16;

    private final WorkFolder work;
    private final Supplier<Limits> limits;

    /**
     * @param work has a place for what has to be unpacked
     * @param limits what a root that is opened now may have
     */
    public RootSources(WorkFolder work, Supplier<Limits> limits) {
        this.work = work;
        this.limits = limits;
    }

    /**
     * Looks a root through; takes as long as unpacking it.
     *
     * @throws SourceRejected when it is no root
     */
    public RootSource open(Path source, Progress progress) throws IOException {
        if (!Files.exists(source)) {
            throw new SourceRejected("there is no such file or folder");
        }
        try {
            if (Files.isDirectory(source)) {
                return checked(
                        FolderSource.open(source.toRealPath(), limits.get(), new Meter(progress, "listing files", 0)));
            }
            if (!Files.isRegularFile(source)) {
                throw new SourceRejected("it is neither a folder nor a tar archive");
            }
            return checked(archive(source, progress));
        } catch (AccessDeniedException e) {
            throw new SourceRejected(
                    ByteNames.shown(e.getFile()) + " cannot be read by the user that runs this server;"
                            + " let root pack the root with tar and import the archive",
                    e);
        }
    }

    private static RootSource checked(RootSource source) throws IOException {
        try {
            ContainerImage.refuse(source.tree());
            return source;
        } catch (SourceRejected e) {
            source.close();
            throw e;
        }
    }

    private RootSource archive(Path source, Progress progress) throws IOException {
        Meter meter = new Meter(progress, "reading the archive", 0);
        Spool spool = new Spool(work.newFile("spool"));
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(source), BUFFER);
                Decompressor tar = Decompressor.of(in)) {
            InputStream stream = tar.stream();
            refuseOthers(stream);
            return ArchiveSource.open(stream, spool, limits.get(), meter);
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    private static void refuseOthers(InputStream stream) throws IOException {
        stream.mark(FileFormat.HEAD);
        byte[] head;
        try {
            head = stream.readNBytes(FileFormat.HEAD);
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (MemoryLimitException e) {
            throw new SourceRejected(
                    "to unpack it takes " + e.getMemoryNeeded() / 1024 + " MiB of memory, and this server has "
                            + e.getMemoryLimit() / 1024 + " for that: unpack it with xz -d and import the tar archive",
                    e);
        } catch (IOException | RuntimeException e) {
            throw new SourceRejected("it is damaged or truncated at its beginning (" + e.getMessage() + ")", e);
        }
        stream.reset();
        Optional<String> refusal = TarReader.isBegin(head) ? Optional.empty() : FileFormat.refusal(head);
        if (refusal.isPresent()) {
            throw new SourceRejected(refusal.get());
        }
    }
}
