package org.perceus.node.internal.boots;

import java.time.temporal.ChronoUnit;
import org.perceus.node.BootEvent;

/** Cuts events, which nodes report, to what the database keeps of them. */
public final class EventBounds {
    private static final int STEP = 256;
    private static final int DETAIL = 1024;

    private EventBounds() {}

    /** The event, cut where it is too long. */
    public static BootEvent bounded(BootEvent event) {
        return new BootEvent(
                event.at().truncatedTo(ChronoUnit.MILLIS),
                event.state(),
                cut(event.step(), STEP),
                event.detail().map(detail -> cut(detail, DETAIL)));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
