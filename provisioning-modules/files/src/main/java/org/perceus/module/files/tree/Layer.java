package org.perceus.module.files.tree;

import java.util.List;

/**
 * The files of one scope. Immutable.
 *
 * @param entries in the order of their paths
 * @param problems why nodes of this scope cannot have them, a sentence each; they wait until there is none
 */
record Layer(List<SiteEntry> entries, List<String> problems) {
    Layer {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }
}
