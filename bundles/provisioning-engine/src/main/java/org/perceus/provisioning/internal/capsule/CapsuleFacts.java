package org.perceus.provisioning.internal.capsule;

import org.perceus.provisioning.spi.CapsuleView;
import org.perceus.provisioning.spi.InitSystem;
import org.perceus.provisioning.spi.NetworkConfigurator;
import org.perceus.provisioning.spi.SelinuxMode;
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
        return capsule.kernel().release();
    }

    @Override
    public long rootSize() {
        return capsule.rootSize();
    }

    @Override
    public long fileCount() {
        return capsule.files();
    }

    @Override
    public InitSystem initSystem() {
        return InitSystem.valueOf(capsule.traits().initSystem().name());
    }

    @Override
    public NetworkConfigurator networkConfigurator() {
        return NetworkConfigurator.valueOf(capsule.traits().network().name());
    }

    @Override
    public SelinuxMode selinux() {
        return SelinuxMode.valueOf(capsule.traits().selinux().name());
    }
}
