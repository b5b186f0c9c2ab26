package org.perceus.vnfs.internal.source;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.vnfs.internal.attribute.AttributeNames;
import org.perceus.vnfs.internal.attribute.Losses;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Extents;
import org.perceus.vnfs.internal.root.Extents.Run;
import org.perceus.vnfs.internal.root.Inode;

/** What Java does not tell of files: extended attributes of all namespaces, links as bytes, and holes. Follows no links. */
final class LinuxFiles {
    private static final int ENODATA = 61;
    private static final int ENOTSUP = 95;
    private static final int ENXIO = 6;
    private static final int EACCES = 13;
    private static final int EINVAL = 22;
    private static final int O_NONBLOCK = 04000;
    private static final int O_NOFOLLOW = 0400000;
    private static final int O_CLOEXEC = 02000000;
    private static final int SEEK_DATA = 3;
    private static final int SEEK_HOLE = 4;

    /** The part of the C library that is needed. */
    interface LibC extends Library {
        /** See listxattr(2). */
        long llistxattr(byte[] path, byte[] list, long size) throws LastErrorException;

        /** See getxattr(2). */
        long lgetxattr(byte[] path, byte[] name, byte[] value, long size) throws LastErrorException;

        /** See readlink(2). */
        long readlink(byte[] path, byte[] target, long size) throws LastErrorException;

        /** See open(2). */
        int open(byte[] path, int flags) throws LastErrorException;

        /** See lseek(2). */
        long lseek(int file, long offset, int whence) throws LastErrorException;

        /** See close(2). */
        int close(int file) throws LastErrorException;
    }

    private final LibC libc;

    /** @throws LinkageError when Java cannot call the C library here */
    LinuxFiles() {
        this(Native.load("c", LibC.class));
    }

    LinuxFiles(LibC libc) {
        this.libc = libc;
    }

    /** The extended attributes worth keeping, as PAX records; those that are not are told under the file's name. */
    SortedMap<String, String> attributes(String path, String name, Losses losses) throws IOException {
        byte[] file = terminated(path);
        String names = sized(path, (buffer, size) -> libc.llistxattr(file, buffer, size));
        if (names.isEmpty()) {
            return Inode.NO_ATTRIBUTES;
        }
        SortedMap<String, String> attributes = new TreeMap<>();
        for (String attribute : names.split("\0")) {
            if (AttributeNames.isKept(attribute)) {
                byte[] terminated = terminated(attribute);
                String value = sized(path, (buffer, size) -> libc.lgetxattr(file, terminated, buffer, size));
                attributes.put(AttributeNames.keyword(attribute), value);
            } else if (!AttributeNames.isOfTheMount(attribute)) {
                losses.add(AttributeNames.loss(attribute), name);
            }
        }
        return attributes.isEmpty() ? Inode.NO_ATTRIBUTES : attributes;
    }

    /** Where the data of a regular file lies, as far as its file system tells. */
    Extents extents(String path, long size) throws IOException {
        int file;
        try {
            file = libc.open(terminated(path), O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
        } catch (LastErrorException e) {
            if (e.getErrorCode() == EACCES) {
                throw new AccessDeniedException(path);
            }
            throw new IOException("cannot read " + ByteNames.shown(path) + ": " + e.getMessage(), e);
        }
        try {
            return new Extents(size, runs(file, size));
        } catch (LastErrorException e) {
            if (e.getErrorCode() == EINVAL) {
                return Extents.whole(size);
            }
            throw failure(path, e);
        } finally {
            libc.close(file);
        }
    }

    private List<Run> runs(int file, long size) {
        List<Run> runs = new ArrayList<>();
        long at = 0;
        while (at < size) {
            try {
                at = libc.lseek(file, at, SEEK_DATA);
            } catch (LastErrorException e) {
                if (e.getErrorCode() == ENXIO) {
                    return runs;
                }
                throw e;
            }
            long end = runs.size() < Extents.MOST_RUNS ? Math.min(size, libc.lseek(file, at, SEEK_HOLE)) : size;
            if (end <= at) {
                return runs;
            }
            runs.add(new Run(at, end - at));
            at = end;
        }
        return runs;
    }

    /** Where a symbolic link points. */
    String target(String path, long size) throws IOException {
        byte[] buffer = new byte[(int) size + 1];
        try {
            int length = (int) libc.readlink(terminated(path), buffer, buffer.length);
            return ByteNames.of(buffer, 0, length);
        } catch (LastErrorException e) {
            throw failure(path, e);
        }
    }

    /** A call that tells how much room it needs when it is given none. */
    private interface Sized {
        long into(byte[] buffer, long size);
    }

    private static String sized(String path, Sized call) throws IOException {
        try {
            byte[] buffer = new byte[(int) call.into(new byte[0], 0)];
            return buffer.length == 0 ? "" : ByteNames.of(buffer, 0, (int) call.into(buffer, buffer.length));
        } catch (LastErrorException e) {
            if (e.getErrorCode() == ENOTSUP || e.getErrorCode() == ENODATA) {
                return "";
            }
            throw failure(path, e);
        }
    }

    private static IOException failure(String path, LastErrorException e) {
        return new IOException("cannot read the attributes of " + ByteNames.shown(path) + ": " + e.getMessage(), e);
    }

    private static byte[] terminated(String text) {
        return ByteNames.bytes(text + "\0");
    }
}
