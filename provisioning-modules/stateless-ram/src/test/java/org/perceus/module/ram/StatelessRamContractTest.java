package org.perceus.module.ram;

import org.perceus.provisioning.spi.ProvisioningMethod;
import org.perceus.provisioning.testkit.MethodContract;

public class StatelessRamContractTest extends MethodContract {
    @Override
    protected Class<? extends ProvisioningMethod> module() {
        return StatelessRam.class;
    }
}
