package org.perceus.shell.internal.remote;

import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The file of a Unix domain socket that only its owner and root may use. Immutable.
 *
 * @param path where it is
 */
record SocketFile(Path path) {
    // Linux gives 108 bytes to the path, the last of them a NUL.
    private static final int LONGEST = 107;
    private static final String NURSERY = ".sock";

    /**
     * Binds a socket, in place of one that nobody listens at any more.
     *
     * @throws IOException with a sentence when that cannot be
     */
    ServerSocketChannel bind() throws IOException {
        Path absolute = path.toAbsolutePath();
        // The socket is born in a folder with a name shorter than most, so its birthplace is seldom the longer path.
        Path nursery = absolute.resolveSibling(NURSERY);
        Path newborn = nursery.resolve("s");
        checkLength(absolute);
        checkLength(newborn);
        checkUnused(absolute);
        Files.createDirectories(absolute.getParent());
        Files.deleteIfExists(newborn);
        Files.deleteIfExists(nursery);
        // Between bind and chmod, only the folder keeps others out.
        Files.createDirectory(
                nursery, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(newborn));
            Files.setPosixFilePermissions(newborn, PosixFilePermissions.fromString("rw-------"));
            Files.move(newborn, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        } finally {
            Files.deleteIfExists(newborn);
            Files.deleteIfExists(nursery);
        }
    }

    /** Removes the file. */
    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    private static void checkLength(Path socket) throws IOException {
        int length = socket.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST) {
            throw new IOException("the path of the command socket, " + socket + ", has " + length + " bytes where the"
                    + " system allows " + LONGEST + ": set a shorter one as 'socket' in etc/org.perceus.shell.cfg");
        }
    }

    private static void checkUnused(Path socket) throws IOException {
        if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isRegularFile(socket, LinkOption.NOFOLLOW_LINKS) || Files.isDirectory(socket)) {
            throw new IOException(socket + " is no socket: remove it, or set another path as 'socket' in"
                    + " etc/org.perceus.shell.cfg");
        }
        try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            probe.connect(UnixDomainSocketAddress.of(socket));
        } catch (SocketException nobody) {
            return;
        }
        throw new IOException("another container listens at " + socket + ": stop it, or set another path as 'socket' in"
                + " etc/org.perceus.shell.cfg");
    }
}
