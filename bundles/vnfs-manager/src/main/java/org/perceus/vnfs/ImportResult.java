package org.perceus.vnfs;

/** What became of an import. */
public sealed interface ImportResult {
    /** The capsule is there. */
    record Imported(Capsule capsule) implements ImportResult {}

    /**
     * Nothing was changed.
     *
     * @param reason one sentence: what is wrong with the source, where, and what would be right
     */
    record Rejected(String reason) implements ImportResult {}
}
