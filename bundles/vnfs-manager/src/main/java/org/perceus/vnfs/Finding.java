package org.perceus.vnfs;

/**
 * What an import saw in a root that an administrator should know before a node boots it. Immutable.
 *
 * @param kind whether the import has mended it
 * @param subject what it is about: a path of the root, or a word such as {@code kernel}
 * @param sentence what was found, without a full stop
 * @param remedy what mends it, or what was done; without a full stop
 */
public record Finding(Kind kind, String subject, String sentence, String remedy) {
    /** Whether something is left to do. */
    public enum Kind {
        /** The import took it in hand: the capsule differs from its source there. */
        CHANGED,
        /** It is as it was in the source, and may be meant so. */
        WARNING
    }
}
