package org.perceus.node.internal.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.perceus.node.BootEvent;
import org.perceus.node.BootSeries;
import org.perceus.node.BootSummary;
import org.perceus.node.NodeState;
import org.perceus.node.NodeStatus;

/** Says in a sentence why a node is as it is. */
final class StatusReason {
    private StatusReason() {}

    /** The reason of a node that is heard of: its newest trouble, if the boot is still about what that belongs to. */
    static Optional<String> of(BootSummary boot) {
        BootEvent last = boot.last();
        return switch (last.state()) {
            case READY, OFF -> last.detail();
            case WAITING, FAILED -> last.detail().or(() -> Optional.of(last.step()));
            default -> Optional.of(boot.trouble().orElse(line(last)));
        };
    }

    /** The reason of a node that is silent. */
    static String ofSilence(BootSummary boot, Instant heard) {
        BootEvent last = boot.last();
        String since = "not heard of since " + heard.truncatedTo(ChronoUnit.SECONDS) + ", when it was " + last.state();
        return switch (last.state()) {
            case READY -> since + ": it was switched off, hangs or has lost its network; look at its console";
            case STARTING ->
                since + ": "
                        + boot.trouble()
                                .orElse(last.step() + "; look at its console, or boot it again for its kernel's words");
            default -> since + ": " + last.step() + "; it was switched off or hangs: look at its console";
        };
    }

    /** The status of a node whose boots before failed says why, and that it goes round in circles when it does. */
    static NodeStatus ofSeries(NodeStatus status, BootSeries series) {
        boolean said = status.reason().filter(BootSeries::isToldIn).isPresent();
        if (said || status.state() == NodeState.FAILED && !series.looping()) {
            return status;
        }
        if (status.state() == NodeState.FAILED) {
            return status.because(series.words() + ": " + status.reason().orElse(""));
        }
        return series.sentence()
                .map(why -> status.because(
                        status.reason().map(now -> now + " (" + why + ")").orElse(why)))
                .orElse(status);
    }

    private static String line(BootEvent event) {
        return event.step() + event.detail().map(detail -> ": " + detail).orElse("");
    }
}
