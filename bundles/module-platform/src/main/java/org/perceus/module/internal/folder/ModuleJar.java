package org.perceus.module.internal.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.osgi.framework.Version;

/**
 * A jar that holds a module fit for this container. Immutable.
 *
 * @param file its file name
 * @param sha256 SHA-256 of its content
 * @param bundle symbolic name of its bundle
 * @param version version of its bundle
 * @param names names of its modules
 */
public record ModuleJar(String file, String sha256, String bundle, Version version, List<String> names) {
    private static final String PREFIX = "perceus-module:";

    /** Copies the list. */
    public ModuleJar {
        names = List.copyOf(names);
    }

    /** Location of its bundle: other content is another bundle, so old and new can be there at once. */
    public String location() {
        return PREFIX + file + "#" + sha256;
    }

    /**
     * Reads its content.
     *
     * @throws IOException also when the file has other content by now
     */
    public byte[] content(Path source) throws IOException {
        byte[] content = Files.readAllBytes(source);
        if (!hash(content).equals(sha256)) {
            throw new IOException(file + " was changed meanwhile");
        }
        return content;
    }

    /** Whether a bundle of this location came from the folder. */
    public static boolean isLocation(String location) {
        return location.startsWith(PREFIX) && location.indexOf('#') > 0;
    }

    /** File name of the jar that a bundle came from. */
    public static String fileOf(String location) {
        return location.substring(PREFIX.length(), location.lastIndexOf('#'));
    }

    /** Hash of the jar that a bundle came from. */
    public static String hashOf(String location) {
        return location.substring(location.lastIndexOf('#') + 1);
    }

    /** SHA-256 of the content of a jar. */
    public static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return String.join(", ", names) + " " + version;
    }
}
