package org.perceus.shell.internal.screen;

import java.util.ArrayList;
import java.util.List;
import org.perceus.administration.Outcome;

/** What a command makes of the outcome of a deed. */
public final class DeedAnswer {
    private static final int MOST_DETAILS = 20;

    private DeedAnswer() {}

    /**
     * What was done.
     *
     * @throws CommandFailure with the reason when nothing was
     */
    public static <T> Outcome.Done<T> of(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done;
        }
        Outcome.Refused<T> refused = (Outcome.Refused<T>) outcome;
        if (refused.misused()) {
            throw CommandFailure.usage(refused.reason());
        }
        throw CommandFailure.listing(refused.reason(), shown(refused.details()));
    }

    /**
     * What was done, with its remarks on standard error.
     *
     * @throws CommandFailure with the reason when nothing was
     */
    public static <T> T told(Outcome<T> outcome, Screen screen) {
        Outcome.Done<T> done = of(outcome);
        done.remarks().forEach(remark -> screen.warn(Printable.sentence(remark)));
        return done.result();
    }

    private static List<String> shown(List<String> details) {
        if (details.size() <= MOST_DETAILS) {
            return details;
        }
        List<String> shown = new ArrayList<>(details.subList(0, MOST_DETAILS));
        shown.add("and " + (details.size() - MOST_DETAILS) + " more");
        return shown;
    }
}
