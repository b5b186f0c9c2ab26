package org.perceus.module;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Changes which provisioning modules nodes get. What is changed is the modules folder, so it survives restarts. Each
 * method returns when the change is in effect, or says why there was none. Thread-safe.
 */
@ProviderType
public interface ModuleAdmin {
    /**
     * Puts a jar into the modules folder.
     *
     * @param progress hears of the images that it builds before it takes the place of an older version, on other threads
     */
    ModuleChange install(Path jar, boolean dryRun, BuildProgress progress) throws InterruptedException;

    /**
     * Replaces the module of a name by a jar, without a moment in which nodes have none: starts the new one, has it build
     * what nodes get of the old one now, waits until the old one is no longer in use, and removes it. When the new one
     * does not run or cannot build, the old one stays as it is.
     *
     * @param progress hears of what is built, on other threads
     */
    ModuleChange swap(String name, Path jar, boolean dryRun, BuildProgress progress) throws InterruptedException;

    /** Removes the module of a name from the modules folder. */
    ModuleChange uninstall(String name, boolean dryRun) throws InterruptedException;

    /**
     * Takes the module of a name away from nodes, and leaves its file where it is.
     *
     * @param reason what nodes and administrators are told; may be empty
     */
    ModuleChange disable(String name, String reason, boolean dryRun) throws InterruptedException;

    /** Gives a disabled module back to nodes. */
    ModuleChange enable(String name, boolean dryRun) throws InterruptedException;
}
