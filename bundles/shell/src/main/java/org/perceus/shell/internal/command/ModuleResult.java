package org.perceus.shell.internal.command;

import java.time.Duration;
import org.perceus.administration.Outcome;
import org.perceus.administration.operation.DeedProgress;
import org.perceus.module.ModuleChange;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.ProgressLine;
import org.perceus.shell.internal.screen.Screen;

/** What a command tells of a change of the modules. Immutable. */
record ModuleResult(ModuleChange.Done done) {
    /** A change that may have to build images first. */
    @FunctionalInterface
    interface Change {
        /** Makes it. */
        Outcome<ModuleChange.Done> with(DeedProgress progress) throws InterruptedException;
    }

    /**
     * Makes a change and shows its progress.
     *
     * @throws CommandFailure with the reason when nothing was changed
     */
    static ModuleResult of(Screen screen, Change change) throws InterruptedException {
        ProgressLine progress = new ProgressLine(screen);
        Outcome<ModuleChange.Done> outcome;
        try {
            outcome = change.with(progress);
        } finally {
            progress.end();
        }
        return new ModuleResult(DeedAnswer.told(outcome, screen));
    }

    String what() {
        return done.what();
    }

    String took() {
        return " in " + text(done.took());
    }

    String drained() {
        return text(done.drained());
    }

    private static String text(Duration time) {
        return time.toSeconds() < 10 ? time.toMillis() + " ms" : Amounts.duration(time);
    }
}
