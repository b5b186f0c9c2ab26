package org.perceus.vnfs.internal.root;

/**
 * How much a source may make us do before it is called a bomb.
 *
 * @param bytes bytes of content, and of what an archive unpacks to
 * @param entries number of entries
 * @param memory bytes of memory for names and metadata
 */
public record Limits(long bytes, long entries, long memory) {
    private static final int SHARE_OF_HEAP = 4;

    /** With as much memory as leaves most of the heap to others. */
    public static Limits of(long bytes, long entries) {
        return new Limits(bytes, entries, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /** What an administrator is told of a root that has more than it may have. */
    public SourceRejected tooManyBytes() {
        return new SourceRejected(
                "it holds more than the " + bytes + " bytes that an import may have (maxRootGib in org.perceus.vnfs)");
    }

    /** None at all, for what was checked before. */
    public static Limits none() {
        return new Limits(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    }
}
