package org.perceus.vnfs.internal.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.perceus.vnfs.internal.root.Extents;
import org.perceus.vnfs.internal.root.Inode;
import org.perceus.vnfs.internal.root.Kind;

/** What {@code lstat} says of a file. */
record FileStatus(int mode, long uid, long gid, long device, long number, int links, long rdev, long size, long mtime) {
    private static final String ATTRIBUTES = "unix:mode,uid,gid,dev,ino,nlink,rdev,size,lastModifiedTime";
    private static final int PERMISSIONS = 07777;

    static FileStatus of(Path file) throws IOException {
        Map<String, Object> all = Files.readAttributes(file, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        return new FileStatus(
                (Integer) all.get("mode"),
                Integer.toUnsignedLong((Integer) all.get("uid")),
                Integer.toUnsignedLong((Integer) all.get("gid")),
                (Long) all.get("dev"),
                (Long) all.get("ino"),
                (Integer) all.get("nlink"),
                (Long) all.get("rdev"),
                (Long) all.get("size"),
                ((FileTime) all.get("lastModifiedTime")).toInstant().getEpochSecond());
    }

    /** Empty for sockets. */
    Optional<Kind> kind() {
        return Stream.of(Kind.values()).filter(kind -> kind.matches(mode)).findFirst();
    }

    /** Tells hard links from other files. */
    String identity() {
        return device + ":" + number;
    }

    Inode inode(Kind kind, Extents data, String target, SortedMap<String, String> attributes) {
        boolean isDevice = kind == Kind.CHARACTER || kind == Kind.BLOCK;
        return new Inode(
                kind,
                mode & PERMISSIONS,
                uid,
                gid,
                mtime,
                data,
                isDevice ? major() : 0,
                isDevice ? minor() : 0,
                target,
                attributes,
                0);
    }

    // Linux splits a device number as 12 bits of minor around 12 bits of major.
    private int major() {
        return (int) ((rdev >> 8) & 0xfff);
    }

    private int minor() {
        return (int) ((rdev & 0xff) | ((rdev >> 12) & 0xfff00));
    }
}
