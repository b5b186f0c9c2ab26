package org.perceus.provisioning;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Changes which provisioning modules nodes get. What is changed is the modules folder, so it survives restarts. Each
 * method returns when the change is in effect, or says why there was none. Thread-safe.
 */
@ProviderType
public interface ModuleAdmin {
    /** Puts a jar into the modules folder. */
    ModuleChange install(Path jar, boolean dryRun) throws InterruptedException;

    /**
     * Replaces the module of a name by a jar, without a moment in which there is none: starts the new one, waits until
     * the old one is no longer in use, and removes it.
     */
    ModuleChange swap(String name, Path jar, boolean dryRun) throws InterruptedException;

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
