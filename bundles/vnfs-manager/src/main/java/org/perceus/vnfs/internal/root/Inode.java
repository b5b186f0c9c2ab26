package org.perceus.vnfs.internal.root;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One file of a root without its name; several names may lead to the same instance. Immutable; compare by identity to
 * tell hard links from equal files.
 *
 * @param kind what it is
 * @param mode permissions with set-user-ID, set-group-ID and sticky bit: the lower twelve bits of {@code st_mode}
 * @param uid owner
 * @param gid group
 * @param mtime time of change in whole seconds since 1970
 * @param data where the content of a regular file lies; of others nothing
 * @param major major number of a device
 * @param minor minor number of a device
 * @param target where a symbolic link points, else empty
 * @param attributes PAX records to keep: extended attributes and access control lists by their keywords
 * @param position where the content begins, if its source needs to know
 */
public record Inode(
        Kind kind,
        int mode,
        long uid,
        long gid,
        long mtime,
        Extents data,
        int major,
        int minor,
        String target,
        SortedMap<String, String> attributes,
        long position) {
    /** No attributes. */
    public static final SortedMap<String, String> NO_ATTRIBUTES = Collections.unmodifiableSortedMap(new TreeMap<>());

    private static final long OVERHEAD = 250;
    private static final long OVERHEAD_OF_RUN = 40;
    private static final int IMPLIED_MODE = 0755;

    /** A file without holes. */
    public Inode(
            Kind kind,
            int mode,
            long uid,
            long gid,
            long mtime,
            long size,
            int major,
            int minor,
            String target,
            SortedMap<String, String> attributes,
            long position) {
        this(kind, mode, uid, gid, mtime, Extents.whole(size), major, minor, target, attributes, position);
    }

    /** Bytes of content, holes among them. */
    public long size() {
        return data.size();
    }

    /** Bytes of content without holes. */
    public long stored() {
        return data.stored();
    }

    /** A folder that an archive does not mention but needs. */
    public static Inode impliedFolder() {
        return new Inode(Kind.FOLDER, IMPLIED_MODE, 0, 0, 0, 0, 0, 0, "", NO_ATTRIBUTES, 0);
    }

    /** The same file with its content elsewhere. */
    public Inode at(Extents newData, long newPosition) {
        return new Inode(kind, mode, uid, gid, mtime, newData, major, minor, target, attributes, newPosition);
    }

    /** The same file with its holes taken as data. */
    public Inode filled() {
        return at(Extents.whole(size()), position);
    }

    /** The same file with other permissions and attributes. */
    public Inode with(int newMode, SortedMap<String, String> newAttributes) {
        return new Inode(kind, newMode, uid, gid, mtime, data, major, minor, target, newAttributes, position);
    }

    /** The same file with a content of another length, without holes. */
    public Inode resized(long newSize) {
        return at(Extents.whole(newSize), position);
    }

    /** About how much memory it takes, in bytes. */
    long footprint() {
        long bytes = OVERHEAD + target.length() + OVERHEAD_OF_RUN * data.runs().size();
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            bytes += OVERHEAD
                    + attribute.getKey().length()
                    + attribute.getValue().length();
        }
        return bytes;
    }
}
