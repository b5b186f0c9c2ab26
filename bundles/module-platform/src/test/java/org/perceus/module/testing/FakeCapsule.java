package org.perceus.module.testing;

import org.perceus.provisioning.spi.CapsuleView;
import org.perceus.provisioning.spi.InitSystem;
import org.perceus.provisioning.spi.NetworkConfigurator;
import org.perceus.provisioning.spi.SelinuxMode;

/** What modules see of a capsule that is not there. */
record FakeCapsule(String id) implements CapsuleView {
    @Override
    public String name() {
        return id.substring(0, id.indexOf('@'));
    }

    @Override
    public String version() {
        return id.substring(id.indexOf('@') + 1);
    }

    @Override
    public String kernelRelease() {
        return "6.1.0-40-amd64";
    }

    @Override
    public long rootSize() {
        return 1L << 30;
    }

    @Override
    public long fileCount() {
        return 30_000;
    }

    @Override
    public InitSystem initSystem() {
        return InitSystem.values()[0];
    }

    @Override
    public NetworkConfigurator networkConfigurator() {
        return NetworkConfigurator.values()[0];
    }

    @Override
    public SelinuxMode selinux() {
        return SelinuxMode.values()[0];
    }
}
