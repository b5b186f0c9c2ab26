package org.perceus.provisioning;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The stage-one system that nodes boot first. Thread-safe. */
@ProviderType
public interface PerceusOs {
    /**
     * The release that nodes get.
     *
     * @param version its version
     * @param kernelVersion release of its kernel
     * @param folder where its files are
     */
    record Release(String version, String kernelVersion, Path folder) {}

    /** The release in use; empty when none is installed, and then no node can boot. */
    Optional<Release> release();

    /** Looks again for a release in the configured folder, after it was put there or replaced. */
    Optional<Release> reload();
}
