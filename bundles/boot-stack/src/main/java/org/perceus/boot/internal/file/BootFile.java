package org.perceus.boot.internal.file;

import java.nio.file.Path;

/** What a client fetches by a name. Immutable. */
public sealed interface BootFile {
    /**
     * A file on disk.
     *
     * @param path where it is
     */
    record Stored(Path path) implements BootFile {}

    /**
     * A text that was written for who asks.
     *
     * @param text its content
     */
    record Written(String text) implements BootFile {}
}
