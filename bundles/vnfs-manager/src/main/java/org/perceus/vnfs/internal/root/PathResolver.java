package org.perceus.vnfs.internal.root;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;

/** Follows symbolic links as a process would whose root directory is the root. Never looks outside. */
final class PathResolver {
    private static final int MOST_LINKS = 40;

    private final Function<String, Optional<Inode>> files;

    PathResolver(Function<String, Optional<Inode>> files) {
        this.files = files;
    }

    /** Where a path leads; empty when there is nothing, or only a loop of links. */
    Optional<String> resolve(String path) {
        return walk(path, true);
    }

    /**
     * Where a folder would be made; empty when the way leads through something that is no folder, through a link that
     * climbs out of the root or through a loop of links.
     */
    Optional<String> resolveForWriting(String folder) {
        return walk(folder, false);
    }

    private Optional<String> walk(String path, boolean mustExist) {
        Deque<String> ahead = new ArrayDeque<>(Arrays.asList(path.split("/")));
        String here = "";
        int links = 0;
        while (!ahead.isEmpty()) {
            String part = ahead.pop();
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (part.equals("..")) {
                if (here.isEmpty() && !mustExist) {
                    return Optional.empty();
                }
                here = here.substring(0, Math.max(0, here.lastIndexOf('/')));
                continue;
            }
            String next = here.isEmpty() ? part : here + "/" + part;
            Optional<Inode> file = files.apply(next);
            Kind kind = file.map(Inode::kind).orElse(Kind.FOLDER);
            if (file.isEmpty() && mustExist) {
                return Optional.empty();
            }
            if (kind == Kind.SYMLINK) {
                String target = file.orElseThrow().target();
                if (++links > MOST_LINKS) {
                    return Optional.empty();
                }
                here = target.startsWith("/") ? "" : here;
                String[] parts = target.split("/");
                for (int i = parts.length - 1; i >= 0; i--) {
                    ahead.push(parts[i]);
                }
            } else if (kind != Kind.FOLDER && (!mustExist || !ahead.isEmpty())) {
                return Optional.empty();
            } else {
                here = next;
            }
        }
        return Optional.of(here);
    }
}
