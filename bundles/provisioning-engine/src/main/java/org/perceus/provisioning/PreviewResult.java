package org.perceus.provisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.provisioning.spi.NodeFile;

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

        /** The files of the script, as far as modules tell of them, in the order of their paths; of several of a path the last. */
        public List<GivenFile> files() {
            SortedMap<String, GivenFile> files = new TreeMap<>();
            for (ModuleShare share : shares) {
                for (NodeFile file : share.script().files()) {
                    GivenFile before = files.get(file.path());
                    List<String> instead = new ArrayList<>();
                    if (before != null) {
                        instead.addAll(before.instead());
                        instead.add(before.module());
                    }
                    files.put(file.path(), new GivenFile(share.module(), file, instead));
                }
            }
            return List.copyOf(files.values());
        }
    }

    /** To wait, as it cannot be planned what it shall get: it is not approved, say. The reason is one sentence. */
    record Waits(String reason) implements PreviewResult {}

    /** To wait, as a module refuses or fails. The reason is one sentence that begins with the module. */
    record Refused(String reason) implements PreviewResult {}
}
