package org.perceus.shell.internal.capsule;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.perceus.administration.Outcome;
import org.perceus.administration.capsule.CapsuleDeeds;
import org.perceus.administration.operation.DeedProgress;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.ProgressLine;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.vnfs.Capsule;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.ImportResult;

/**
 * Tells how imports of capsules go.
 *
 * @param screen shows the progress
 * @param results hears of what was done
 */
public record ImportScreen(Screen screen, PrintStream results) {
    /** Work that takes long. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        Outcome<T> with(DeedProgress progress) throws InterruptedException;
    }

    /**
     * Has something done and shows its progress.
     *
     * @throws CommandFailure with the reason when it was not done
     */
    public <T> T followed(Work<T> work) throws InterruptedException {
        ProgressLine progress = new ProgressLine(screen);
        Outcome<T> outcome;
        try {
            outcome = work.with(progress);
        } finally {
            progress.end();
        }
        return DeedAnswer.told(outcome, screen);
    }

    /** Tells of a capsule that was imported. */
    public void imported(Capsule capsule, Duration took) {
        results.println("imported " + capsule.id() + ": " + Amounts.count(capsule.files(), "file") + ", "
                + Amounts.bytes(capsule.rootSize()) + ", packed "
                + Amounts.bytes(capsule.root().size()) + ", kernel "
                + capsule.kernel().release() + ", in "
                + Amounts.duration(took));
    }

    /** Tells of a root that was only looked into. */
    public void examined(CapsuleId id, Path source, ImportResult.Examined examined) {
        results.println("would import " + id + " from " + source + ": " + Amounts.count(examined.files(), "file") + ", "
                + Amounts.bytes(examined.rootSize()) + ", kernel "
                + examined.kernels().get(0).release());
    }

    /** Tells of a capsule that was prepared for a method. */
    public void prepared(CapsuleId id, String method, CapsuleDeeds.Prepared prepared) {
        results.println("prepared " + id + " for " + method + ": " + Amounts.bytes(prepared.bytes()) + ", in "
                + Amounts.duration(prepared.took()));
    }
}
