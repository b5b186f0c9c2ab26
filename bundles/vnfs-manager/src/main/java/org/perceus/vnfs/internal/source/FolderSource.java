package org.perceus.vnfs.internal.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.internal.attribute.Loss;
import org.perceus.vnfs.internal.attribute.Losses;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Extents;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Kind;
import org.perceus.vnfs.internal.root.Limits;
import org.perceus.vnfs.internal.root.Meter;
import org.perceus.vnfs.internal.root.RootTree;
import org.perceus.vnfs.internal.root.SourceRejected;

/** A root in a folder of this machine. What is mounted inside it, as in a chroot in use, stays out. */
final class FolderSource implements RootSource {
    private final Path root;
    private final RootTree tree;
    private final Losses losses;

    private FolderSource(Path root, RootTree tree, Losses losses) {
        this.root = root;
        this.tree = tree;
        this.losses = losses;
    }

    static FolderSource open(Path root, Limits limits, Meter meter) throws IOException {
        LinuxFiles linux;
        try {
            linux = new LinuxFiles();
        } catch (LinkageError e) {
            throw new SourceRejected(
                    "extended attributes of files cannot be read on this server (" + e.getMessage()
                            + "); pack the root with tar --xattrs and import the archive",
                    e);
        }
        RootTree tree = new RootTree(limits);
        Losses losses = new Losses();
        new Walk(linux, tree, limits, losses, meter).of(root);
        tree.complete();
        meter.end();
        return new FolderSource(root, tree, losses);
    }

    @Override
    public RootTree tree() {
        return tree;
    }

    @Override
    public List<Finding> findings() {
        return losses.findings();
    }

    @Override
    public InputStream stored(String path, Inode inode) throws IOException {
        try {
            return open(BytePaths.resolve(root, path), inode.data());
        } catch (AccessDeniedException e) {
            throw new SourceRejected(
                    ByteNames.shown("/" + path) + " in it cannot be read by the user that runs this server;"
                            + " let root pack the root with tar and import the archive",
                    e);
        } catch (NoSuchFileException e) {
            throw new SourceRejected(ByteNames.shown("/" + path) + " in it vanished while it was read", e);
        } catch (IOException e) {
            throw new SourceRejected(ByteNames.shown("/" + path) + " in it cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        // Nothing is held open between files.
    }

    private static InputStream open(Path file, Extents extents) throws IOException {
        return new DataInput(Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS), extents);
    }

    /** Goes through a folder once. */
    private static final class Walk {
        private final LinuxFiles linux;
        private final RootTree tree;
        private final Limits limits;
        private final Losses losses;
        private final Meter meter;
        private final Map<String, String> firstNames = new HashMap<>();
        private final Deque<String> folders = new ArrayDeque<>();

        Walk(LinuxFiles linux, RootTree tree, Limits limits, Losses losses, Meter meter) {
            this.linux = linux;
            this.tree = tree;
            this.limits = limits;
            this.losses = losses;
            this.meter = meter;
        }

        void of(Path root) throws IOException {
            String rootName = BytePaths.whole(root);
            FileStatus status = FileStatus.of(root);
            tree.add("", status.inode(Kind.FOLDER, Extents.NONE, "", linux.attributes(rootName, "", losses)));
            folders.push("");
            while (!folders.isEmpty()) {
                String folder = folders.pop();
                try (DirectoryStream<Path> files = Files.newDirectoryStream(BytePaths.resolve(root, folder))) {
                    for (Path file : files) {
                        String name = (folder.isEmpty() ? "" : folder + "/") + BytePaths.name(file);
                        add(file, name, rootName + "/" + name, status.device());
                    }
                } catch (DirectoryIteratorException e) {
                    throw e.getCause();
                }
            }
        }

        private void add(Path file, String name, String wholeName, long rootDevice) throws IOException {
            FileStatus status = FileStatus.of(file);
            Optional<Kind> kind = status.kind();
            if (kind.isEmpty()) {
                losses.add(Loss.SOCKET, name);
                return;
            }
            if (kind.get().keepsLinks() && status.links() > 1) {
                String first = firstNames.putIfAbsent(status.identity(), name);
                if (first != null) {
                    tree.link(name, first);
                    return;
                }
            }
            String target = kind.get() == Kind.SYMLINK ? linux.target(wholeName, status.size()) : "";
            Extents data = kind.get() == Kind.REGULAR ? extents(file, wholeName, status.size()) : Extents.NONE;
            Inode inode = status.inode(kind.get(), data, target, linux.attributes(wholeName, name, losses));
            tree.add(name, inode);
            // Layered file systems give files other device numbers than their folders: only folders tell of mounts.
            if (kind.get() == Kind.FOLDER && status.device() == rootDevice) {
                folders.push(name);
            }
            meter.add(inode.stored());
        }

        private Extents extents(Path file, String wholeName, long size) throws IOException {
            if (size < HoleFinder.SMALLEST_HOLE) {
                return Extents.whole(size);
            }
            Extents known = linux.extents(wholeName, size);
            try (InputStream stored = open(file, known)) {
                return HoleFinder.find(known, stored, OutputStream.nullOutputStream(), limits);
            }
        }
    }
}
