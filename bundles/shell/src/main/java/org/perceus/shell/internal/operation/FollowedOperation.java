package org.perceus.shell.internal.operation;

import java.time.Duration;
import java.util.function.Consumer;
import org.perceus.node.operation.Operation;
import org.perceus.node.operation.Operation.Step;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.ProgressLine;
import org.perceus.shell.internal.screen.Screen;

/** Shows an operation as it goes: a line for each step, and how much of the newest is done. For one thread. */
public final class FollowedOperation implements Consumer<Operation> {
    private final Screen screen;
    private final ProgressLine progress;
    private boolean begun;
    private int shown;

    public FollowedOperation(Screen screen) {
        this.screen = screen;
        this.progress = new ProgressLine(screen);
    }

    @Override
    public void accept(Operation now) {
        if (!begun) {
            begun = true;
            screen.say(now.kind() + " of " + now.subject() + ", for "
                    + now.author().who());
        }
        for (Step step : now.steps()
                .subList(Math.min(shown, now.steps().size()), now.steps().size())) {
            progress.end();
            screen.say(String.format(
                    "%10s  %s", Amounts.duration(Duration.between(now.started(), step.at())), step.name()));
        }
        shown = now.steps().size();
        screen.out().flush();
        if (now.end().isEmpty() && now.percent().isPresent()) {
            progress.at(now.newest().map(Step::name).orElse(""), now.percent().getAsInt(), 100);
        }
    }

    /** Ends what is shown of the newest step. */
    public void end() {
        progress.end();
    }
}
