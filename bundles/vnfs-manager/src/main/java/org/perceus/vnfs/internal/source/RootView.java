package org.perceus.vnfs.internal.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Kind;
import org.perceus.vnfs.internal.root.RootTree;

/**
 * Looks into a root as a process would whose root directory it is: follows symbolic links and never leaves it. Paths are
 * without a slash at either end; texts have one character for each byte. For one thread.
 */
public final class RootView {
    /** The largest file that is taken for a text of configuration, in bytes. */
    public static final int LARGEST_TEXT = 1 << 20;

    private final RootSource source;

    /** Looks into a source, which the caller closes. */
    public RootView(RootSource source) {
        this.source = source;
    }

    /** All names. */
    public RootTree tree() {
        return source.tree();
    }

    /** The file to which a path leads, if there is one. */
    public Optional<Inode> at(String path) {
        return tree().resolve(path).flatMap(tree()::at);
    }

    /** Whether a path leads to something. */
    public boolean has(String path) {
        return tree().resolve(path).isPresent();
    }

    /** Whether a path leads to a folder. */
    public boolean hasFolder(String path) {
        return at(path).filter(inode -> inode.kind() == Kind.FOLDER).isPresent();
    }

    /** The regular file to which a path leads, if it leads to one. */
    public Optional<Inode> file(String path) {
        return at(path).filter(inode -> inode.kind() == Kind.REGULAR);
    }

    /** Where a path points that is a symbolic link itself; empty when it is none. */
    public Optional<String> link(String path) {
        int slash = path.lastIndexOf('/');
        return tree().resolve(path.substring(0, Math.max(0, slash)))
                .map(folder -> (folder.isEmpty() ? "" : folder + "/") + path.substring(slash + 1))
                .flatMap(tree()::at)
                .filter(inode -> inode.kind() == Kind.SYMLINK)
                .map(Inode::target);
    }

    /** The names in a folder, in order; none when there is no such folder. */
    public List<String> names(String folder) {
        Optional<String> real = tree().resolve(folder);
        if (real.isEmpty()) {
            return List.of();
        }
        String prefix = real.get().isEmpty() ? "" : real.get() + "/";
        NavigableMap<String, Inode> entries = tree().entries();
        List<String> names = new ArrayList<>();
        String path = entries.higherKey(prefix);
        while (path != null && path.startsWith(prefix)) {
            int slash = path.indexOf('/', prefix.length());
            if (slash < 0) {
                names.add(path.substring(prefix.length()));
                path = entries.higherKey(path);
            } else {
                // past all that lies deeper
                path = entries.ceilingKey(path.substring(0, slash) + (char) ('/' + 1));
            }
        }
        return names;
    }

    /** The whole paths of what is in a folder; none when there is no such folder. */
    public Stream<String> paths(String folder) {
        return names(folder).stream().map(name -> folder + "/" + name);
    }

    /** Up to {@code length} bytes of a regular file from {@code offset} on; none when there is no such file. */
    public byte[] bytes(String path, long offset, int length) throws IOException {
        Optional<String> real = tree().resolve(path);
        Optional<Inode> file = file(path);
        if (file.isEmpty() || offset >= file.get().size()) {
            return new byte[0];
        }
        try (InputStream content = source.content(real.orElseThrow(), file.get())) {
            content.skipNBytes(offset);
            return content.readNBytes((int) Math.min(length, file.get().size() - offset));
        }
    }

    /** A text; empty when there is no such regular file, or it is too large for a text. */
    public Optional<String> text(String path) throws IOException {
        if (file(path).filter(inode -> inode.size() <= LARGEST_TEXT).isEmpty()) {
            return Optional.empty();
        }
        byte[] content = bytes(path, 0, LARGEST_TEXT);
        return Optional.of(ByteNames.of(content, 0, content.length));
    }

    /** The lines of a text without blanks around them; none when there is no such text. */
    public List<String> lines(String path) throws IOException {
        return text(path).orElse("").lines().map(String::strip).toList();
    }
}
