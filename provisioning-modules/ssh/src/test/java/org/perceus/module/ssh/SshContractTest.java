package org.perceus.module.ssh;

import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.testkit.ConfigurationContract;

public class SshContractTest extends ConfigurationContract {
    @Override
    protected Class<? extends ConfigurationModule> module() {
        return Ssh.class;
    }
}
