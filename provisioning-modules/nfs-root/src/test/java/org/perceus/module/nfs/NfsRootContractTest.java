package org.perceus.module.nfs;

import java.util.Map;
import org.perceus.provisioning.spi.ProvisioningMethod;
import org.perceus.provisioning.spi.TreeServer;
import org.perceus.provisioning.testkit.MethodContract;
import org.perceus.provisioning.testkit.TestTreeServer;

public class NfsRootContractTest extends MethodContract {
    @Override
    protected Class<? extends ProvisioningMethod> module() {
        return NfsRoot.class;
    }

    /** The bundle's own server stays away, as there are no trees for it to serve. */
    @Override
    protected Map<Class<?>, Object> services() {
        return Map.of(TreeServer.class, new TestTreeServer());
    }
}
