package org.perceus.module;

import org.osgi.annotation.versioning.ProviderType;

/** Knows why nodes cannot have modules. Thread-safe, and quick enough to be asked for each request. */
@ProviderType
public interface MissingModules {
    /** Whether an administrator took a module away from nodes. */
    boolean isDisabled(String name);

    /** Why nodes cannot have a module: the rest of a sentence that begins with its name. */
    String reason(String name);
}
