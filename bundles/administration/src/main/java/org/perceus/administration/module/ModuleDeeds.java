package org.perceus.administration.module;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.administration.Administrator;
import org.perceus.administration.Outcome;
import org.perceus.administration.operation.DeedProgress;
import org.perceus.module.ModuleChange;

/** Which provisioning modules nodes get. Thread-safe; calls block until the change is in effect. */
@ProviderType
public interface ModuleDeeds {
    /**
     * A module that was taken away from nodes.
     *
     * @param change what was done
     * @param waiting how many nodes will wait for it at their next boot
     */
    record Disabled(ModuleChange.Done change, int waiting) {}

    /** Puts a jar into the modules folder, as an operation. */
    Outcome<ModuleChange.Done> install(Administrator who, Path jar, boolean dryRun, DeedProgress progress)
            throws InterruptedException;

    /** Replaces a module by a jar, without a moment in which nodes have none, as an operation. */
    Outcome<ModuleChange.Done> swap(Administrator who, String name, Path jar, boolean dryRun, DeedProgress progress)
            throws InterruptedException;

    /** Gives a disabled module back to nodes. */
    Outcome<ModuleChange.Done> enable(Administrator who, String name, boolean dryRun) throws InterruptedException;

    /**
     * Takes a module away from nodes, and leaves its jar.
     *
     * @param reason what nodes and administrators are told; may be empty
     */
    Outcome<Disabled> disable(Administrator who, String name, String reason, boolean dryRun)
            throws InterruptedException;

    /**
     * Removes a module from the modules folder.
     *
     * @param force whether to do it also when nodes are to get it and nothing takes its place
     */
    Outcome<ModuleChange.Done> uninstall(Administrator who, String name, boolean force, boolean dryRun)
            throws InterruptedException;
}
