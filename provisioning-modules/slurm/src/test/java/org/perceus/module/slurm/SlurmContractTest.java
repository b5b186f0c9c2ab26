package org.perceus.module.slurm;

import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.testkit.ConfigurationContract;

public class SlurmContractTest extends ConfigurationContract {
    @Override
    protected Class<? extends ConfigurationModule> module() {
        return Slurm.class;
    }
}
