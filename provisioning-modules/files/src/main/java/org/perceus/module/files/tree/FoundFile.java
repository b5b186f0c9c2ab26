package org.perceus.module.files.tree;

import java.nio.file.attribute.FileTime;
import org.perceus.provisioning.spi.Excerpt;

/**
 * What is at a path of the site's folder, as far as the file system says without reading it. Immutable.
 *
 * @param path relative path with slashes
 * @param kind what it is
 * @param mode its permissions
 * @param size its size in bytes
 * @param modified when its content changed last
 * @param changed when anything of it changed last
 * @param inode its number in its file system
 */
record FoundFile(String path, Kind kind, int mode, long size, FileTime modified, FileTime changed, long inode) {
    private static final int LONGEST_SHOWN = 600;

    enum Kind {
        FILE,
        FOLDER,
        LINK,
        /** A device, a socket or the like. */
        OTHER,
        /** Nothing that this server may look at. */
        CLOSED
    }

    /**
     * Two that are equal have the same content, unless somebody sets back the clock. A text, as the JDK keeps the class of the
     * record whose equality it computed last, and with it the class loader of a module that is gone.
     */
    String stamp() {
        return String.join(
                "/",
                path,
                kind.name(),
                octal(),
                Long.toString(size),
                modified.toString(),
                changed.toString(),
                Long.toString(inode));
    }

    /** Its permissions in octal. */
    String octal() {
        return Integer.toOctalString(mode);
    }

    /** The path for sentences. */
    String shown() {
        return Excerpt.of(path, LONGEST_SHOWN);
    }
}
