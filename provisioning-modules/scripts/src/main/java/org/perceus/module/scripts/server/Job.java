package org.perceus.module.scripts.server;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A script to be executed for a node. Equal jobs have the same result. Immutable.
 *
 * @param file the script
 * @param version the text of it that is meant
 * @param environment the variables that it sees, in the order of their names
 */
public record Job(Path file, String version, Map<String, String> environment) {
    /** Copies the variables. */
    public Job {
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    }
}
