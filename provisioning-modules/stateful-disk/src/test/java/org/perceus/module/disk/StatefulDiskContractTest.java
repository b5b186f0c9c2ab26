package org.perceus.module.disk;

import org.perceus.provisioning.spi.ProvisioningMethod;
import org.perceus.provisioning.testkit.MethodContract;

public class StatefulDiskContractTest extends MethodContract {
    @Override
    protected Class<? extends ProvisioningMethod> module() {
        return StatefulDisk.class;
    }
}
