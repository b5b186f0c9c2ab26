package org.perceus.module.scripts.site;

import java.nio.file.Path;
import org.perceus.provisioning.spi.StateScript.OnFailure;

/**
 * A script as the site wrote it. Immutable.
 *
 * @param name its file name
 * @param file where it is
 * @param origin the same in the folder of all scripts, such as {@code start/all/10-disks}
 * @param text its lines; those of a script for the server only tell one version of it from another
 * @param onServer whether the server executes it, and nodes run what it prints
 * @param onFailure what a node does when it fails
 */
public record SiteScript(String name, Path file, String origin, String text, boolean onServer, OnFailure onFailure) {
    /** Whether it only takes away a script of its name from an earlier scope. */
    boolean isOff() {
        return text.isEmpty();
    }
}
