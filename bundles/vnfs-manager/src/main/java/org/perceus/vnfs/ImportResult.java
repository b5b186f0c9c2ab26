package org.perceus.vnfs;

import java.util.List;

/** What became of an import. */
public sealed interface ImportResult {
    /** The capsule is there. */
    record Imported(Capsule capsule) implements ImportResult {}

    /**
     * Nothing was kept: what an import of the source would find and make.
     *
     * @param kernels the kernels, the one that nodes would get first
     * @param rootSize size of the root, in bytes of file content
     * @param files number of entries in the root
     * @param traits what the root is like
     */
    record Examined(List<CapsuleKernel> kernels, long rootSize, long files, RootTraits traits)
            implements ImportResult {}

    /**
     * Nothing was changed.
     *
     * @param reason one sentence: what is wrong with the source, where, and what would be right
     */
    record Rejected(String reason) implements ImportResult {}
}
