package org.perceus.module.files.tree;

/**
 * What the site's files may take in sum.
 *
 * @param files how many files, links and folders
 * @param memory bytes of files that are kept in memory
 * @param published bytes of files that nodes download
 */
public record Limits(int files, long memory, long published) {
    /** How many folders deep. */
    static final int DEPTH = 40;

    /** Bytes of a file that goes into scripts; a larger one is published. */
    static final int SCRIPT_FILE = 32 << 10;

    /** Bytes of a manifest or a template. */
    static final int TEXT = 512 << 10;
}
