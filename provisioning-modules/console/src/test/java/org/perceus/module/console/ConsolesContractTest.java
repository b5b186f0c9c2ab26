package org.perceus.module.console;

import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.testkit.ConfigurationContract;

public class ConsolesContractTest extends ConfigurationContract {
    @Override
    protected Class<? extends ConfigurationModule> module() {
        return Consoles.class;
    }
}
