package org.perceus.vnfs.internal.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.perceus.vnfs.internal.root.ByteNames;
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

    private FolderSource(Path root, RootTree tree) {
        this.root = root;
        this.tree = tree;
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
        new Walk(linux, tree, meter).of(root);
        tree.complete();
        meter.end();
        return new FolderSource(root, tree);
    }

    @Override
    public RootTree tree() {
        return tree;
    }

    @Override
    public InputStream content(String path, Inode inode) throws IOException {
        try {
            return Files.newInputStream(BytePaths.resolve(root, path), LinkOption.NOFOLLOW_LINKS);
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

    /** Goes through a folder once. */
    private static final class Walk {
        private final LinuxFiles linux;
        private final RootTree tree;
        private final Meter meter;
        private final Map<String, String> firstNames = new HashMap<>();
        private final Deque<String> folders = new ArrayDeque<>();

        Walk(LinuxFiles linux, RootTree tree, Meter meter) {
            this.linux = linux;
            this.tree = tree;
            this.meter = meter;
        }

        void of(Path root) throws IOException {
            String rootName = BytePaths.whole(root);
            FileStatus status = FileStatus.of(root);
            tree.add("", status.inode(Kind.FOLDER, "", linux.attributes(rootName)));
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
            Inode inode = status.inode(kind.get(), target, linux.attributes(wholeName));
            tree.add(name, inode);
            // Layered file systems give files other device numbers than their folders: only folders tell of mounts.
            if (kind.get() == Kind.FOLDER && status.device() == rootDevice) {
                folders.push(name);
            }
            meter.add(inode.size());
        }
    }
}
