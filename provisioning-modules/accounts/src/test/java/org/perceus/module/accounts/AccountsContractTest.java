package org.perceus.module.accounts;

import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.testkit.ConfigurationContract;

public class AccountsContractTest extends ConfigurationContract {
    @Override
    protected Class<? extends ConfigurationModule> module() {
        return Accounts.class;
    }
}
