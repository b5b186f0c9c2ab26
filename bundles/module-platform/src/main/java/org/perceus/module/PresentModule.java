package org.perceus.module;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A module that is present. Thread-safe.
 *
 * @param <T> type of the module's service
 */
@ProviderType
public interface PresentModule<T> {
    /** What the module is, apart from its service. */
    ModuleIdentity identity();

    /** The right to call it; empty when it is on its way out. */
    Optional<ModuleLease<T>> lease();

    /** Counts a failure of the module, and keeps the sentence for the lists of modules. */
    void failed(String sentence);
}
