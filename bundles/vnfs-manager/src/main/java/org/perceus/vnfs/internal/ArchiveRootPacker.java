package org.perceus.vnfs.internal;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.vnfs.Artifact;
import org.perceus.vnfs.ArtifactStore;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.Progress;
import org.perceus.vnfs.RootPacker;
import org.perceus.vnfs.internal.cpio.InitramfsWriter;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Kind;
import org.perceus.vnfs.internal.root.Meter;
import org.perceus.vnfs.internal.root.RootTree;
import org.perceus.vnfs.internal.root.SourceRejected;

/** Packs from the canonical archive, which it reads twice: once for the names, once for the contents. */
@Component
public final class ArchiveRootPacker implements RootPacker {
    private final ArtifactStore store;
    private final WorkFolder work;
    private final Supplier<Compression> compression;

    @Activate
    public ArchiveRootPacker(@Reference FileArtifactStore store, @Reference VnfsConfiguration configuration) {
        this(store, new WorkFolder(configuration.now().directory()), () -> configuration
                .now()
                .initramfs());
    }

    ArchiveRootPacker(ArtifactStore store, WorkFolder work, Supplier<Compression> compression) {
        this.store = store;
        this.work = work;
        this.compression = compression;
    }

    @Override
    public Artifact initramfs(Capsule capsule, Predicate<String> paths, Progress progress) throws IOException {
        RootArchive archive = archive(capsule);
        Meter meter = new Meter(progress, "packing " + capsule.id(), capsule.rootSize());
        Path scratch = work.newFile("xattrs");
        try {
            RootTree tree = archive.tree();
            InitramfsWriter writer = new InitramfsWriter(tree, RootSelection.of(tree, paths), scratch, meter);
            return store.publish(out -> {
                try (OutputStream compressed =
                        compression.get().to(out, capsule.kernel().initramfs())) {
                    writer.write(archive, compressed);
                }
            });
        } catch (SourceRejected e) {
            throw damaged(capsule, e);
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    @Override
    public Artifact file(Capsule capsule, String path) throws IOException {
        RootArchive archive = archive(capsule);
        try {
            RootTree tree = archive.tree();
            Inode file = regular(tree, path)
                    .orElseThrow(() -> new FileNotFoundException(capsule.id() + " has no file " + path));
            return store.publish(out -> copy(archive, tree, file, out));
        } catch (SourceRejected e) {
            throw damaged(capsule, e);
        }
    }

    @Override
    public Optional<byte[]> read(Capsule capsule, String path, int limit) throws IOException {
        RootArchive archive = archive(capsule);
        try {
            RootTree tree = archive.tree();
            Optional<Inode> file = regular(tree, path);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            if (file.get().size() > limit) {
                throw new IOException(path + " of " + capsule.id() + " has "
                        + file.get().size() + " bytes where at most " + limit + " are read");
            }
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            copy(archive, tree, file.get(), content);
            return Optional.of(content.toByteArray());
        } catch (SourceRejected e) {
            throw damaged(capsule, e);
        }
    }

    @Override
    public InputStream tar(Capsule capsule) throws IOException {
        return archive(capsule).open();
    }

    @Override
    public InputStream tar(Capsule capsule, Predicate<String> paths) throws IOException {
        RootArchive archive = archive(capsule);
        try {
            RootTree tree = archive.tree();
            return new PartialTar(archive.open(), tree, RootSelection.of(tree, paths));
        } catch (SourceRejected e) {
            throw damaged(capsule, e);
        }
    }

    private static Optional<Inode> regular(RootTree tree, String path) {
        return tree.resolve(ByteNames.ofText(path)).flatMap(tree::at).filter(inode -> inode.kind() == Kind.REGULAR);
    }

    private static void copy(RootArchive archive, RootTree tree, Inode file, OutputStream out) throws IOException {
        ContentCopy copy = new ContentCopy(new Meter(Progress.none(), "", 0));
        Set<Inode> copied = Collections.newSetFromMap(new IdentityHashMap<>());
        archive.visit(tree, (name, inode, stored) -> {
            if (inode == file && copied.add(inode)) {
                copy.copy(name, inode.data().fill(stored), inode.size(), out);
            }
        });
    }

    private static IOException damaged(Capsule capsule, SourceRejected cause) {
        return new IOException(
                "the root of " + capsule.id() + " cannot be read from the artifact store: " + cause.getMessage(),
                cause);
    }

    private RootArchive archive(Capsule capsule) throws IOException {
        Path file = store.find(capsule.root().sha256())
                .orElseThrow(() -> new FileNotFoundException(
                        "the root of " + capsule.id() + " is not in the artifact store: import it again"));
        return new RootArchive(file);
    }
}
