package org.perceus.vnfs.internal.root;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A kernel in a root that can be started and finds its modules.
 *
 * @param path absolute path of the file itself, not of a link to it
 * @param release as {@code uname -r} prints it
 */
public record Kernel(String path, String release) {
    private static final Pattern RELEASE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]{0,127}");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._+~/-]+");
    private static final String PREFIX = "vmlinuz-";

    /**
     * The newest kernel of a root.
     *
     * @throws SourceRejected when there is none, saying where it was looked for
     */
    public static Kernel newestOf(RootTree tree) throws SourceRejected {
        List<Kernel> all = new ArrayList<>();
        children(tree, "boot")
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .forEach(release ->
                        find(tree, "boot/" + PREFIX + release, release).ifPresent(all::add));
        children(tree, "lib/modules").forEach(release -> find(tree, "lib/modules/" + release + "/vmlinuz", release)
                .ifPresent(all::add));
        if (all.isEmpty()) {
            throw new SourceRejected("it has no kernel: looked for /boot/vmlinuz-RELEASE and"
                    + " /lib/modules/RELEASE/vmlinuz; install a kernel package into the root");
        }
        return all.stream()
                .filter(kernel -> isFolder(tree, "lib/modules/" + kernel.release()))
                .max(Comparator.comparing(Kernel::release, new ReleaseOrder()))
                .orElseThrow(() -> new SourceRejected("its kernel " + all.get(0).path()
                        + " has no modules: /lib/modules/" + all.get(0).release() + " is not there"));
    }

    private static Optional<Kernel> find(RootTree tree, String path, String release) {
        if (!RELEASE.matcher(release).matches()) {
            return Optional.empty();
        }
        return tree.resolve(path)
                .filter(file -> PATH.matcher(file).matches())
                .filter(file -> tree.at(file)
                        .filter(inode -> inode.kind() == Kind.REGULAR && inode.size() > 0)
                        .isPresent())
                .map(file -> new Kernel("/" + file, release));
    }

    private static boolean isFolder(RootTree tree, String path) {
        return tree.resolve(path)
                .flatMap(tree::at)
                .filter(inode -> inode.kind() == Kind.FOLDER)
                .isPresent();
    }

    private static Stream<String> children(RootTree tree, String folder) {
        Optional<String> place = tree.resolve(folder);
        if (place.isEmpty()) {
            return Stream.empty();
        }
        int start = place.get().length() + 1;
        return tree.below(place.get()).keySet().stream()
                .map(path -> path.substring(start))
                .filter(name -> name.indexOf('/') < 0);
    }
}
