package org.perceus.vnfs.internal;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.RootTree;

/** Which paths of a root somebody wants. Immutable. */
public final class RootSelection {
    private final Set<String> taken;

    private RootSelection(Set<String> taken) {
        this.taken = taken;
    }

    /**
     * Asks of each path, folders before what is in them. The archive carries the content of a file with several names
     * under the first, so this one is taken whenever another is.
     */
    public static RootSelection of(RootTree tree, Predicate<String> paths) {
        Set<String> wanted = new HashSet<>();
        Set<String> implied = new HashSet<>();
        Map<Inode, String> firstNames = tree.firstNames();
        for (Map.Entry<String, Inode> entry : tree.entries().entrySet()) {
            String path = entry.getKey();
            if (path.isEmpty() || wanted.contains(folder(path)) && paths.test(text(path))) {
                wanted.add(path);
                Optional.ofNullable(firstNames.remove(entry.getValue()))
                        .ifPresent(name -> addWithFolders(implied, name));
            }
        }
        wanted.addAll(implied);
        return new RootSelection(wanted);
    }

    /** Whether a path goes in. */
    public boolean takes(String path) {
        return taken.contains(path);
    }

    private static void addWithFolders(Set<String> names, String path) {
        for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
            names.add(path.substring(0, end));
        }
        names.add(path);
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String text(String path) {
        return "/" + new String(ByteNames.bytes(path), StandardCharsets.UTF_8);
    }
}
