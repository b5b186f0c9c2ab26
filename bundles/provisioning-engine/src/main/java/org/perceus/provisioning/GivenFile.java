package org.perceus.provisioning;

import java.util.List;
import org.perceus.provisioning.spi.NodeFile;

/**
 * A file that a node gets. Immutable.
 *
 * @param module the module that it is of
 * @param file the file
 * @param instead modules that have the same path and come before, so that theirs is overwritten
 */
public record GivenFile(String module, NodeFile file, List<String> instead) {
    /** Copies the list. */
    public GivenFile {
        instead = List.copyOf(instead);
    }
}
