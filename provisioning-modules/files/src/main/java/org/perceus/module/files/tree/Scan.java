package org.perceus.module.files.tree;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.perceus.module.files.tree.FoundFile.Kind;

/**
 * All that is in the folder of the site's files, by path; nothing of it was read. Immutable.
 *
 * @param found the files, in the order of their paths
 * @param whole whether that is all, or more than is allowed
 */
record Scan(List<FoundFile> found, boolean whole) {
    Scan {
        found = List.copyOf(found);
    }

    /**
     * Looks through a folder; links are not followed.
     *
     * @param most how many files to look at
     */
    static Scan of(Path folder, int most) {
        List<FoundFile> found = new ArrayList<>();
        boolean whole = list(folder, "", 0, most, found);
        found.sort(Comparator.comparing(FoundFile::path));
        return new Scan(found, whole);
    }

    /** Whether nothing has changed from another to this. */
    boolean isSame(Scan other) {
        return whole == other.whole && stamps().equals(other.stamps());
    }

    private List<String> stamps() {
        return found.stream().map(FoundFile::stamp).toList();
    }

    /** Whether nothing of it has changed since a moment. */
    boolean isOlderThan(Instant moment) {
        return found.stream().map(FoundFile::changed).map(FileTime::toInstant).allMatch(moment::isAfter);
    }

    private static boolean list(Path folder, String prefix, int depth, int most, List<FoundFile> found) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (isLeftover(name)) {
                    continue;
                }
                if (found.size() >= most || depth >= Limits.DEPTH) {
                    return false;
                }
                FoundFile file = look(entry, prefix + name);
                found.add(file);
                if (file.kind() == Kind.FOLDER && !list(entry, prefix + name + "/", depth + 1, most, found)) {
                    return false;
                }
            }
        } catch (NoSuchFileException gone) {
            return true;
        } catch (IOException | DirectoryIteratorException e) {
            found.add(closed(prefix + "."));
        }
        return true;
    }

    /** What editors leave beside a file while somebody works on it. */
    private static boolean isLeftover(String name) {
        return name.endsWith("~") || name.startsWith(".") && name.matches("\\..*\\.sw[a-z]|\\.#.*");
    }

    private static FoundFile look(Path file, String path) {
        try {
            Map<String, Object> all = Files.readAttributes(file, "unix:*", LinkOption.NOFOLLOW_LINKS);
            return new FoundFile(
                    path,
                    kind(all),
                    (Integer) all.get("mode") & 07777,
                    (Long) all.get("size"),
                    (FileTime) all.get("lastModifiedTime"),
                    (FileTime) all.get("ctime"),
                    (Long) all.get("ino"));
        } catch (IOException e) {
            return closed(path);
        }
    }

    private static FoundFile closed(String path) {
        FileTime never = FileTime.fromMillis(0);
        return new FoundFile(path, Kind.CLOSED, 0, 0, never, never, 0);
    }

    private static Kind kind(Map<String, Object> all) {
        if (all.get("isRegularFile").equals(true)) {
            return Kind.FILE;
        }
        if (all.get("isDirectory").equals(true)) {
            return Kind.FOLDER;
        }
        return all.get("isSymbolicLink").equals(true) ? Kind.LINK : Kind.OTHER;
    }
}
