package org.perceus.provisioning.internal.image;

import org.perceus.provisioning.spi.CapsuleView;
import org.perceus.vnfs.Capsule;

/**
 * A capsule as modules see it.
 *
 * @param capsule the capsule
 */
public record CapsuleFacts(Capsule capsule) implements CapsuleView {
    @Override
    public String name() {
        return capsule.id().name();
    }

    @Override
    public String version() {
        return capsule.id().version();
    }

    @Override
    public String kernelRelease() {
        return capsule.kernelRelease();
    }

    @Override
    public long rootSize() {
        return capsule.rootSize();
    }

    @Override
    public long fileCount() {
        return capsule.files();
    }
}
