package org.perceus.module.files.manifest;

import java.util.Optional;

/**
 * A line of a manifest. Immutable.
 *
 * @param line number of the line, from 1
 * @param pattern which paths it is for
 * @param mode the permissions that it gives
 * @param owner the owner that it gives
 * @param run the command to run after a change
 */
public record ManifestRule(
        int line, PathPattern pattern, Optional<String> mode, Optional<String> owner, Optional<String> run) {
    /** Whether it is for a path of the node. */
    public boolean isFor(String path) {
        return pattern.matches(path);
    }
}
