package org.perceus.module;

import java.time.Duration;

/** What became of building what a method needs of a capsule. */
public sealed interface ImageResult {
    /**
     * Nodes can have it.
     *
     * @param bytes size of all its artifacts together
     * @param took how long building it took; zero when it was there already
     */
    record Ready(long bytes, Duration took) implements ImageResult {}

    /** Nothing was changed; the reason is one sentence for the administrator. */
    record Failed(String reason) implements ImageResult {}
}
