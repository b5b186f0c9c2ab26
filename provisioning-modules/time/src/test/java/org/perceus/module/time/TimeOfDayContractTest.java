package org.perceus.module.time;

import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.testkit.ConfigurationContract;

public class TimeOfDayContractTest extends ConfigurationContract {
    @Override
    protected Class<? extends ConfigurationModule> module() {
        return TimeOfDay.class;
    }
}
