package org.perceus.module.drivers;

import java.util.Map;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.testkit.ConfigurationContract;

public class DriversContractTest extends ConfigurationContract {
    @Override
    protected Class<? extends ConfigurationModule> module() {
        return Drivers.class;
    }

    @Override
    protected Map<String, String> samples() {
        return Map.of("drivers", "loop", "drivers-off", "loop", "drivers-options", "loop max_loop=1");
    }
}
