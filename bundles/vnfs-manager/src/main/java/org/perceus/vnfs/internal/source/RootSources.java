package org.perceus.vnfs.internal.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.internal.WorkFolder;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Limits;
import org.perceus.vnfs.internal.root.Meter;
import org.perceus.vnfs.internal.root.SourceRejected;

/** Opens what an administrator names as a root, by what it is and not by how it is called. */
public final class RootSources {
    private static final int BUFFER = 1 << 16;

    private final WorkFolder work;
    private final Limits limits;

    /** With a place for what has to be unpacked. */
    public RootSources(WorkFolder work, Limits limits) {
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
                return FolderSource.open(source.toRealPath(), limits, new Meter(progress, "listing files", 0));
            }
            if (!Files.isRegularFile(source)) {
                throw new SourceRejected("it is neither a folder nor a tar archive");
            }
            return archive(source, progress);
        } catch (AccessDeniedException e) {
            throw new SourceRejected(
                    ByteNames.shown(e.getFile()) + " cannot be read by the user that runs this server;"
                            + " let root pack the root with tar and import the archive",
                    e);
        }
    }

    private RootSource archive(Path source, Progress progress) throws IOException {
        Meter meter = new Meter(progress, "reading the archive", 0);
        Spool spool = new Spool(work.newFile("spool"));
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(source), BUFFER);
                Decompressor tar = Decompressor.of(in)) {
            return ArchiveSource.open(tar.stream(), spool, limits, meter);
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }
}
