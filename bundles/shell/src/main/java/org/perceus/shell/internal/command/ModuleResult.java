package org.perceus.shell.internal.command;

import org.perceus.provisioning.ModuleChange;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.CommandFailure;

/** What a command tells of a change of the modules. Immutable. */
final class ModuleResult {
    private final ModuleChange.Done done;

    /** @throws CommandFailure with the reason when nothing was changed */
    ModuleResult(ModuleChange change) {
        if (change instanceof ModuleChange.Refused refused) {
            throw new CommandFailure(refused.reason());
        }
        this.done = (ModuleChange.Done) change;
    }

    String what() {
        return done.what();
    }

    String took() {
        return " in " + done.took().toMillis() + " ms";
    }

    String drained() {
        return done.drained().toSeconds() < 10 ? done.drained().toMillis() + " ms" : Amounts.duration(done.drained());
    }
}
