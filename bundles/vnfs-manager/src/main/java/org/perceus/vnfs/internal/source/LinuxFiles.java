package org.perceus.vnfs.internal.source;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.vnfs.internal.root.ByteNames;
import org.perceus.vnfs.internal.root.Inode;

/** What Java does not tell of files: extended attributes of all namespaces, and links as bytes. Follows no links. */
final class LinuxFiles {
    private static final String KEYWORD = "SCHILY.xattr.";
    private static final List<String> NAMESPACES =
            List.of("user.", "security.", "trusted.", "system.posix_acl_access", "system.posix_acl_default");
    private static final String OF_THE_MOUNT = "trusted.overlay.";
    private static final int ENODATA = 61;
    private static final int ENOTSUP = 95;

    /** The part of the C library that is needed. */
    interface LibC extends Library {
        /** See listxattr(2). */
        long llistxattr(byte[] path, byte[] list, long size) throws LastErrorException;

        /** See getxattr(2). */
        long lgetxattr(byte[] path, byte[] name, byte[] value, long size) throws LastErrorException;

        /** See readlink(2). */
        long readlink(byte[] path, byte[] target, long size) throws LastErrorException;
    }

    private final LibC libc;

    /** @throws LinkageError when Java cannot call the C library here */
    LinuxFiles() {
        this(Native.load("c", LibC.class));
    }

    LinuxFiles(LibC libc) {
        this.libc = libc;
    }

    /** The extended attributes worth keeping, as PAX records. */
    SortedMap<String, String> attributes(String path) throws IOException {
        byte[] file = terminated(path);
        String names = sized(path, (buffer, size) -> libc.llistxattr(file, buffer, size));
        if (names.isEmpty()) {
            return Inode.NO_ATTRIBUTES;
        }
        SortedMap<String, String> attributes = new TreeMap<>();
        for (String name : names.split("\0")) {
            if (NAMESPACES.stream().anyMatch(name::startsWith) && !name.startsWith(OF_THE_MOUNT)) {
                byte[] attribute = terminated(name);
                String value = sized(path, (buffer, size) -> libc.lgetxattr(file, attribute, buffer, size));
                attributes.put(KEYWORD + name.replace("%", "%25").replace("=", "%3D"), value);
            }
        }
        return attributes;
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
