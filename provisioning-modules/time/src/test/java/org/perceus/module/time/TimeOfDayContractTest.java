package org.perceus.module.time;

import java.util.Map;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.testkit.ConfigurationContract;

public class TimeOfDayContractTest extends ConfigurationContract {
    @Override
    protected Class<? extends ConfigurationModule> module() {
        return TimeOfDay.class;
    }

    @Override
    protected Map<String, String> samples() {
        return Map.of("time-zone", "UTC", "time-servers", "ntp.example");
    }
}
