package org.perceus.module.services;

import java.util.Map;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.testkit.ConfigurationContract;

public class ServicesContractTest extends ConfigurationContract {
    @Override
    protected Class<? extends ConfigurationModule> module() {
        return Services.class;
    }

    @Override
    protected Map<String, String> samples() {
        return Map.of("services", "sshd", "services-off", "cron", "services-masked", "at");
    }
}
