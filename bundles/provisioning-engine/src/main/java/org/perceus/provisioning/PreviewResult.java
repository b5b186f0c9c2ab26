package org.perceus.provisioning;

import java.util.List;

/** What a node would be told if it asked now. */
public sealed interface PreviewResult {
    /**
     * A script of these shares.
     *
     * @param shares in the order in which the node runs them: that of the method is the first and, with what enters the
     *     second OS, the last
     */
    record Shares(List<ModuleShare> shares) implements PreviewResult {
        /** Copies the list. */
        public Shares {
            shares = List.copyOf(shares);
        }
    }

    /** To wait; the reason is one sentence. */
    record Waits(String reason) implements PreviewResult {}
}
