package org.perceus.module.files.tree;

import java.util.List;
import java.util.Optional;

/** Which paths of a node the site may have files at. */
final class NodePath {
    private static final List<String> LINKS = List.of("bin", "sbin", "lib", "lib32", "lib64", "libx32");
    private static final List<String> FLEETING = List.of("proc", "sys", "dev", "run", "var/run", "var/lock");
    private static final List<String> OURS = List.of(".perceus", "usr/lib/perceus", "etc/perceus");

    private NodePath() {}

    /** Why there can be none at a relative path, as the end of a sentence; empty when there can. */
    static Optional<String> objection(String path) {
        if (path.codePoints().anyMatch(NodePath::isUnfit)) {
            return Optional.of("its name has a control character or is no UTF-8: rename it");
        }
        if (isIn(path, LINKS)) {
            return Optional.of("/" + top(path, LINKS) + " is a link in most systems: use /usr/" + top(path, LINKS));
        }
        if (isIn(path, FLEETING)) {
            return Optional.of("/" + top(path, FLEETING) + " is empty when a system starts: nothing can be put there");
        }
        return isIn(path, OURS)
                ? Optional.of("/" + top(path, OURS) + " is where Perceus has its own files: use another folder")
                : Optional.empty();
    }

    private static boolean isUnfit(int point) {
        return Character.isISOControl(point) || point == 0xFFFD || Character.getType(point) == Character.SURROGATE;
    }

    private static boolean isIn(String path, List<String> folders) {
        return folders.stream().anyMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"));
    }

    private static String top(String path, List<String> folders) {
        return folders.stream()
                .filter(folder -> isIn(path, List.of(folder)))
                .findFirst()
                .orElse(path);
    }
}
