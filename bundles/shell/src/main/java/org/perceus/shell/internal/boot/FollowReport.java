package org.perceus.shell.internal.boot;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.perceus.node.Boot;
import org.perceus.node.BootJournal;
import org.perceus.node.MacAddress;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.Screen;

/** Follows boots on a screen, and says when they did not end well. */
public final class FollowReport {
    private final BootJournal journal;
    private final Function<MacAddress, String> nameOf;
    private final Screen screen;

    /** @param nameOf what to call a machine */
    public FollowReport(BootJournal journal, Function<MacAddress, String> nameOf, Screen screen) {
        this.journal = journal;
        this.nameOf = nameOf;
        this.screen = screen;
    }

    /**
     * Returns when all boots ended ready.
     *
     * @throws CommandFailure when one did not, or the time was up
     */
    public void follow(FollowTarget target, Optional<Duration> timeout, boolean json, Clock clock)
            throws InterruptedException {
        FollowLines lines = new FollowLines(screen, nameOf);
        FollowView view = json ? new FollowJson(screen, nameOf) : lines;
        BootFollower follower = new BootFollower(journal, target, view, clock);
        List<FollowedBoot> ended = follower.follow(timeout);
        lines.finishLine();
        if (ended.size() < target.count()) {
            throw new CommandFailure(
                    late(follower.underWay(), target.count() - ended.size(), timeout.orElse(Duration.ZERO)));
        }
        long failed = ended.stream().filter(boot -> !boot.ready()).count();
        if (failed > 0) {
            throw new CommandFailure(failed + " of " + Amounts.count(ended.size(), "boot") + " did not end ready");
        }
    }

    private String late(List<Boot> underWay, int missing, Duration timeout) {
        String begun = underWay.isEmpty()
                ? ""
                : "; " + nameOf.apply(underWay.get(0).id().mac()) + " was at '"
                        + underWay.get(0).last().step() + "'";
        String idle = missing > underWay.size()
                ? "; " + Amounts.count(missing - underWay.size(), "boot") + " did not begin"
                : "";
        return Amounts.count(missing, "boot") + " did not end within " + Amounts.duration(timeout) + begun + idle;
    }
}
