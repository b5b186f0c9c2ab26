package org.example.squashfs;

import org.perceus.provisioning.spi.ProvisioningMethod;
import org.perceus.provisioning.testkit.MethodContract;

/** What Perceus demands of every provisioning method. */
public class SquashfsOverlayContractTest extends MethodContract {
    @Override
    protected Class<? extends ProvisioningMethod> module() {
        return SquashfsOverlay.class;
    }

    @Override
    protected boolean canBuild() {
        return SquashfsBuildTest.isThere();
    }
}
