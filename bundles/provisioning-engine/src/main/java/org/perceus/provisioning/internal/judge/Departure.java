package org.perceus.provisioning.internal.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.NodeState;

/**
 * Why a boot ended of which nobody said so, because the machine began another. Immutable.
 *
 * @param boot the boot that went away
 * @param next when the machine's next boot began
 * @param line the line of its kernel that says most, if one was heard
 */
record Departure(Boot boot, Instant next, Optional<String> line) {
    private static final int MOST_SECONDS = 120;

    /** One sentence: what happened and what to do. */
    String reason() {
        BootEvent last = boot.last();
        return switch (last.state()) {
            case STARTING -> fromKernel();
            case PROVISIONING -> "it was switched off or restarted during '" + last.step() + "'" + lastLine();
            case WAITING ->
                "it was switched off or restarted while it waited"
                        + last.detail().map(why -> ": " + why).orElse("");
            default -> "it was switched off or restarted before it reached Perceus OS";
        };
    }

    private String fromKernel() {
        String again = "it began again " + time() + " after its kernel was entered, without ready";
        if (line.flatMap(KnownLine::in).isPresent()) {
            return again + lastLine();
        }
        Optional<String> trouble = boot.newest(BootEvent::isReported);
        if (trouble.isPresent()) {
            return again + "; before that: " + trouble.get();
        }
        return line.isPresent()
                ? again + ": the system restarted itself, or somebody did" + lastLine()
                : again + ": the kernel panicked, the system restarted itself, or somebody did; look at its console,"
                        + " or let it boot once more: then its kernel's last lines are listened to";
    }

    private String lastLine() {
        return line.map(text -> "; the last line was: " + KnownLine.quoted(text))
                .orElse("");
    }

    private String time() {
        Instant entered = boot.events().stream()
                .filter(event -> event.state() == NodeState.STARTING)
                .findFirst()
                .orElse(boot.last())
                .at();
        Duration time = Duration.between(entered, next);
        long seconds = Math.max(0, time.toSeconds());
        return seconds <= MOST_SECONDS ? seconds + " s" : time.toMinutes() + " minutes";
    }
}
