package org.perceus.vnfs.internal.source;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Path;
import org.perceus.vnfs.internal.root.ByteNames;

/**
 * Turns Java's paths into names of bytes and back. Java decodes names by the locale and loses what does not fit it; only
 * URIs of paths carry every byte, whatever the locale.
 */
final class BytePaths {
    private static final int ASCII_END = 0x80;
    private static final int HEX = 16;

    private BytePaths() {}

    /** The last name of an absolute path. */
    static String name(Path path) {
        String name = path.getFileName().toString();
        if (isAscii(name)) {
            return name;
        }
        String uri = path.toUri().getRawPath();
        String whole = decode(uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri);
        return whole.substring(whole.lastIndexOf('/') + 1);
    }

    /** The bytes of an absolute path. */
    static String whole(Path path) {
        if (isAscii(path.toString())) {
            return path.toString();
        }
        String whole = decode(path.toUri().getRawPath());
        return whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    }

    /** The path at a place below an absolute folder. */
    static Path resolve(Path folder, String below) {
        if (isAscii(below)) {
            return folder.resolve(below);
        }
        StringBuilder uri = new StringBuilder("file://");
        for (byte b : ByteNames.bytes(whole(folder) + "/" + below)) {
            uri.append(b == '/' ? "/" : String.format("%%%02X", b));
        }
        return Path.of(URI.create(uri.toString()));
    }

    private static String decode(String rawPath) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < rawPath.length(); i++) {
            char c = rawPath.charAt(i);
            if (c == '%') {
                bytes.write(Integer.parseInt(rawPath.substring(i + 1, i + 3), HEX));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return ByteNames.of(bytes.toByteArray(), 0, bytes.size());
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c > 0 && c < ASCII_END);
    }
}
