package org.perceus.module.syslog;

import java.util.Map;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.testkit.ConfigurationContract;

public class SyslogContractTest extends ConfigurationContract {
    @Override
    protected Class<? extends ConfigurationModule> module() {
        return Syslog.class;
    }

    @Override
    protected Map<String, String> samples() {
        return Map.of("syslog", "logs.example");
    }
}
