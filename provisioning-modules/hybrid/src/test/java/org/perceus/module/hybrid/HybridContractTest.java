package org.perceus.module.hybrid;

import java.util.Map;
import org.perceus.provisioning.spi.ProvisioningMethod;
import org.perceus.provisioning.spi.TreeServer;
import org.perceus.provisioning.testkit.MethodContract;
import org.perceus.provisioning.testkit.TestTreeServer;

public class HybridContractTest extends MethodContract {
    @Override
    protected Class<? extends ProvisioningMethod> module() {
        return Hybrid.class;
    }

    @Override
    protected Map<Class<?>, Object> services() {
        return Map.of(TreeServer.class, new TestTreeServer());
    }
}
