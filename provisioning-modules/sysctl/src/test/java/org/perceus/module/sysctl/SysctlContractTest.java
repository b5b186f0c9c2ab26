package org.perceus.module.sysctl;

import java.util.Map;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.testkit.ConfigurationContract;

public class SysctlContractTest extends ConfigurationContract {
    @Override
    protected Class<? extends ConfigurationModule> module() {
        return Sysctl.class;
    }

    @Override
    protected Map<String, String> samples() {
        return Map.of("sysctl", "vm.swappiness=1");
    }
}
