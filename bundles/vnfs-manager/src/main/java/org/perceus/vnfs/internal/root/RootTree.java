package org.perceus.vnfs.internal.root;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The names of a root and the files they lead to, in the order of the names' bytes. Paths have no slash at either end;
 * the root itself is the empty path. Names from outside may be anything: they are taken the way {@code tar} would
 * unpack them into an empty folder, except that nothing can leave it. For one thread.
 */
public final class RootTree {
    private static final int LONGEST_PATH = 4095;

    /** With slashes and dots that mean nothing. */
    private static final int LONGEST_RAW_NAME = 1 << 16;

    private final NavigableMap<String, Inode> entries = new TreeMap<>();
    private final Set<Inode> linked = Collections.newSetFromMap(new IdentityHashMap<>());
    private final PathResolver resolver = new PathResolver(path -> Optional.ofNullable(entries.get(path)));
    private final Limits limits;
    private long contentBytes;
    private long memory;
    private long added;

    /** Empty. */
    public RootTree(Limits limits) {
        this.limits = limits;
    }

    /**
     * Adds a file under a name as an archive has it; an earlier one of that name is replaced.
     *
     * @throws SourceRejected when the name leads out of the root or below something that is no folder, or there is too
     *     much of everything
     */
    public void add(String rawName, Inode inode) throws SourceRejected {
        String path = place(rawName);
        if (path.isEmpty() && inode.kind() != Kind.FOLDER) {
            throw new SourceRejected("the entry " + ByteNames.shown(rawName) + " replaces the root by something else");
        }
        if (inode.target().length() > LONGEST_PATH) {
            throw new SourceRejected("the link " + ByteNames.shown(rawName) + " points to a name of more than "
                    + LONGEST_PATH + " bytes");
        }
        contentBytes += inode.stored();
        if (contentBytes < 0 || contentBytes > limits.bytes()) {
            throw limits.tooManyBytes();
        }
        put(path, inode);
    }

    /**
     * Adds another name of a file that is there.
     *
     * @throws SourceRejected when it is not there, or as {@link #add} does
     */
    public void link(String rawName, String rawTarget) throws SourceRejected {
        String path = place(rawName);
        Inode inode = entries.get(place(rawTarget));
        if (inode == null || inode.kind() == Kind.FOLDER) {
            throw new SourceRejected("the entry " + ByteNames.shown(rawName) + " is a hard link to "
                    + ByteNames.shown(rawTarget) + ", which is no file before it");
        }
        if (entries.get(path) != inode) {
            if (inode.kind().keepsLinks()) {
                linked.add(inode);
            }
            put(path, inode);
        }
    }

    /** All names and files, parents before their content. */
    public NavigableMap<String, Inode> entries() {
        return Collections.unmodifiableNavigableMap(entries);
    }

    /** What lies directly or deeper in a folder, by whole paths. */
    public NavigableMap<String, Inode> below(String folder) {
        char afterSlash = '/' + 1;
        return entries().subMap(folder + "/", false, folder + afterSlash, false);
    }

    /** The file under a path that is not taken through links. */
    public Optional<Inode> at(String path) {
        return Optional.ofNullable(entries.get(path));
    }

    /** The path at which one arrives following all symbolic links inside the root, if there is something. */
    public Optional<String> resolve(String path) {
        return resolver.resolve(path);
    }

    /** Whether several names may lead to a file. */
    public boolean isLinked(Inode inode) {
        return linked.contains(inode);
    }

    /** The first of the names of each file that has, or had, several. */
    public Map<Inode, String> firstNames() {
        Map<Inode, String> names = new IdentityHashMap<>();
        entries.forEach((path, inode) -> {
            if (linked.contains(inode)) {
                names.putIfAbsent(inode, path);
            }
        });
        return names;
    }

    /** Puts another in the place of each file, whatever its names are; asks once for a file, by the first. */
    public void refine(BiFunction<String, Inode, Inode> change) {
        Map<Inode, Inode> changed = new IdentityHashMap<>();
        entries.replaceAll((path, inode) -> linked.contains(inode)
                ? changed.computeIfAbsent(inode, old -> change.apply(path, old))
                : change.apply(path, inode));
        linked.clear();
        linked.addAll(changed.values());
    }

    /** The number of names of each file that has several. */
    public Map<Inode, Integer> linkCounts() {
        Map<Inode, Integer> counts = new IdentityHashMap<>();
        entries.values().stream().filter(linked::contains).forEach(inode -> counts.merge(inode, 1, Integer::sum));
        return counts;
    }

    /** Bytes of content without holes, each file counted once. */
    public long size() {
        Set<Inode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return entries.values().stream()
                .filter(inode -> !linked.contains(inode) || seen.add(inode))
                .mapToLong(Inode::stored)
                .sum();
    }

    /**
     * To be called when all is added.
     *
     * @throws SourceRejected when something lies below what became no folder later, or nothing was added
     */
    public void complete() throws SourceRejected {
        if (entries.keySet().stream().allMatch(String::isEmpty)) {
            throw new SourceRejected("it is empty");
        }
        entries.putIfAbsent("", Inode.impliedFolder());
        for (String path : entries.keySet()) {
            Inode parent = entries.get(parent(path));
            if (parent == null || parent.kind() != Kind.FOLDER) {
                throw belowNoFolder(path);
            }
        }
    }

    /** Lets a path of this tree lead to another file; the other names of the former one keep it. */
    public void replace(String path, Inode inode) {
        if (entries.replace(path, inode) == null) {
            throw new IllegalArgumentException(ByteNames.shown(path) + " is not in the tree");
        }
    }

    /** Takes a path out of this tree, with all that lies below it. */
    public void remove(String path) {
        entries.keySet().removeAll(List.copyOf(below(path).keySet()));
        entries.remove(path);
    }

    private void put(String path, Inode inode) throws SourceRejected {
        added++;
        memory += inode.footprint() + path.length();
        if (added > limits.entries()) {
            throw new SourceRejected("it has more than the " + limits.entries()
                    + " entries that an import may have (maxEntries in org.perceus.vnfs)");
        }
        if (memory > limits.memory()) {
            throw new SourceRejected("its list of " + added + " entries does not fit into the memory of this server;"
                    + " give Java a larger heap");
        }
        entries.put(path, inode);
    }

    private String place(String rawName) throws SourceRejected {
        String path = rawName.length() > LONGEST_RAW_NAME ? rawName : clean(rawName);
        if (path.length() > LONGEST_PATH) {
            throw new SourceRejected("the name " + ByteNames.shown(path) + " has more than " + LONGEST_PATH + " bytes");
        }
        Inode parent = entries.get(parent(path));
        if (path.isEmpty() || parent != null && parent.kind() == Kind.FOLDER) {
            return path;
        }
        String folder = resolver.resolveForWriting(parent(path)).orElseThrow(() -> belowNoFolder(path));
        makeFolders(folder);
        String name = path.substring(path.lastIndexOf('/') + 1);
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    private void makeFolders(String folder) throws SourceRejected {
        for (int end = 0; end >= 0; end = folder.indexOf('/', end + 1)) {
            if (!entries.containsKey(folder.substring(0, end))) {
                put(folder.substring(0, end), Inode.impliedFolder());
            }
        }
        if (!entries.containsKey(folder)) {
            put(folder, Inode.impliedFolder());
        }
    }

    private static String clean(String rawName) throws SourceRejected {
        if (rawName.indexOf('\0') >= 0) {
            throw new SourceRejected("the name " + ByteNames.shown(rawName) + " has a zero byte in it");
        }
        StringBuilder path = new StringBuilder(rawName.length());
        for (String part : rawName.split("/")) {
            if (part.equals("..")) {
                throw new SourceRejected("the name " + ByteNames.shown(rawName)
                        + " has '..' in it; pack the root with names below its own folder, as in tar -C ROOT -c .");
            }
            if (!part.isEmpty() && !part.equals(".")) {
                path.append(path.isEmpty() ? "" : "/").append(part);
            }
        }
        return path.toString();
    }

    private static SourceRejected belowNoFolder(String path) {
        return new SourceRejected(
                "the entry " + ByteNames.shown(path) + " lies below something that is no folder inside the root");
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
