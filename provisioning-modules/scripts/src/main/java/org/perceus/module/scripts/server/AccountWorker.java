package org.perceus.module.scripts.server;

import java.io.IOException;
import java.util.Optional;

/** Executes jobs as the account of the configuration, once that is found to be fit. Thread-safe. */
final class AccountWorker implements ScriptServer.Worker {
    private final String name;
    private final Limits limits;
    private volatile Optional<Execution> execution = Optional.empty();

    /** @param name of the account */
    AccountWorker(String name, Limits limits) {
        this.name = name;
        this.limits = limits;
    }

    @Override
    public Outcome execute(Job job) throws InterruptedException {
        try {
            if (execution.isEmpty()) {
                execution = Optional.of(new Execution(Account.of(name), limits));
            }
            return execution.get().of(job);
        } catch (Account.Unfit e) {
            return new Outcome.Failed(
                    "is not executed, as " + e.getMessage() + ": set account in etc/org.perceus.module.scripts.cfg");
        } catch (IOException e) {
            return new Outcome.Failed("is not executed: " + e.getMessage());
        }
    }
}
