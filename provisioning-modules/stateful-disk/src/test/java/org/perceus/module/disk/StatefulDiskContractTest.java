package org.perceus.module.disk;

import java.util.Map;
import org.perceus.provisioning.spi.ProvisioningMethod;
import org.perceus.provisioning.testkit.MethodContract;

public class StatefulDiskContractTest extends MethodContract {
    @Override
    protected Class<? extends ProvisioningMethod> module() {
        return StatefulDisk.class;
    }

    @Override
    protected Map<String, String> samples() {
        return Map.of("disk", "sda", "kernel-args", "quiet");
    }
}
