package org.perceus.module.hybrid;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.perceus.provisioning.spi.ProvisioningException;

/** Which paths of a capsule stay on the server: absolute paths with shell wildcards. Immutable. */
final class PathList {
    /** Folders that a system cannot start without, or that nodes have files of their own in. */
    private static final Set<String> NEEDED = Set.of(
            "/",
            "/bin",
            "/dev",
            "/etc",
            "/init",
            "/lib",
            "/lib64",
            "/proc",
            "/root",
            "/run",
            "/sbin",
            "/sys",
            "/tmp",
            "/usr",
            "/usr/bin",
            "/usr/lib",
            "/usr/lib64",
            "/usr/lib/modules",
            "/usr/lib/perceus",
            "/usr/lib/systemd",
            "/usr/sbin",
            "/var",
            "/var/log",
            "/var/tmp");

    private final List<Pattern> patterns;

    private PathList(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    /**
     * Reads a list, one path a line; what follows a {@code #} is a comment.
     *
     * @param origin where it is from, for the administrator
     * @throws ProvisioningException when a line is no such path
     */
    static PathList of(String origin, Stream<String> lines) throws ProvisioningException {
        List<String> paths = lines.map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> line.length() > 1 ? line.replaceFirst("/+$", "") : line)
                .toList();
        for (String path : paths) {
            if (!path.startsWith("/") || (path + "/").contains("/../") || path.contains("//")) {
                throw new ProvisioningException(
                        "'" + path + "' in " + origin + " is not an absolute path like /usr/share or /usr/lib/python*");
            }
        }
        return new PathList(paths.stream().map(PathList::pattern).toList());
    }

    /** Whether a path is on the list. */
    boolean has(String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }

    /** Whether a node cannot do without a path of its own. */
    static boolean isNeeded(String path) {
        return NEEDED.contains(path);
    }

    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < glob.length(); at++) {
            char sign = glob.charAt(at);
            int end = sign == '[' ? glob.indexOf(']', at + 2) : -1;
            if (sign == '*') {
                regex.append("[^/]*");
            } else if (sign == '?') {
                regex.append("[^/]");
            } else if (end > 0) {
                regex.append(characters(glob.substring(at + 1, end)));
                at = end;
            } else {
                regex.append(Pattern.quote(String.valueOf(sign)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private static String characters(String listed) {
        boolean others = listed.startsWith("!") || listed.startsWith("^");
        String signs = (others ? listed.substring(1) : listed).replaceAll("[\\\\\\[\\]&^]", "\\\\$0");
        return "(?!/)[" + (others ? "^" : "") + signs + "]";
    }
}
