package org.perceus.module.mounts;

import java.util.Map;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.testkit.ConfigurationContract;

public class MountsContractTest extends ConfigurationContract {
    @Override
    protected Class<? extends ConfigurationModule> module() {
        return Mounts.class;
    }

    @Override
    protected Map<String, String> samples() {
        return Map.of("mounts", "10.10.0.1:/x /x nfs ro");
    }
}
