package org.perceus.module.nfs;

import java.util.Collection;
import java.util.Optional;

/** A program that serves the trees by NFS. Its methods but {@link #trouble} are called by one thread. */
interface TreeExport extends AutoCloseable {
    /** What it is, in a few words. */
    String description();

    /** Under which path nodes find the folder of the trees. */
    String path();

    /** Makes it serve these endpoints and no others; called again and again, to repair what has broken meanwhile. */
    void serve(Collection<Endpoint> endpoints);

    /** Why it does not serve an address, empty when it does. Thread-safe and quick. */
    Optional<String> trouble(String address);

    /** Ends what was started for the trees alone. */
    @Override
    void close();
}
