package org.perceus.shell.internal.boot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.NodeState;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.Column;
import org.perceus.shell.internal.screen.Printable;
import org.perceus.shell.internal.screen.Table;

/**
 * A boot step by step. Immutable.
 *
 * @param boot the boot
 * @param moments its events with their durations
 * @param total how long it took, or has taken so far
 */
public record TimeLine(Boot boot, List<Moment> moments, Duration total) {
    /**
     * One event.
     *
     * @param event what happened
     * @param after how long after the boot began
     * @param took until the next event, the end of the boot, or now
     */
    public record Moment(BootEvent event, Duration after, Duration took) {}

    /** Measures a boot. */
    public static TimeLine of(Boot boot, Instant now) {
        Instant end = boot.ended().orElse(now);
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < boot.events().size(); i++) {
            BootEvent event = boot.events().get(i);
            Instant next =
                    i + 1 < boot.events().size() ? boot.events().get(i + 1).at() : end;
            moments.add(new Moment(event, between(boot.started(), event.at()), between(event.at(), next)));
        }
        return new TimeLine(boot, List.copyOf(moments), between(boot.started(), end));
    }

    private static Duration between(Instant from, Instant to) {
        Duration duration = Duration.between(from, to);
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    /** How the boot went, in a few words. */
    public String summary() {
        String time = Amounts.duration(total);
        if (boot.ended().isEmpty()) {
            return boot.last().state() + " for " + time;
        }
        return switch (boot.last().state()) {
            case READY, OFF -> "ready after " + time;
            case FAILED ->
                "failed after " + time
                        + boot.last().detail().map(why -> ": " + why).orElse("");
            default -> "given up after " + time + ": the machine began another boot";
        };
    }

    /**
     * The time-line as lines.
     *
     * @param width columns of the terminal; 0 for no limit
     * @param unicode whether it may hold more than ASCII
     */
    public String text(int width, boolean unicode) {
        Table table = new Table(
                Column.number("AFTER"),
                Column.number("TOOK"),
                Column.of("STATE"),
                Column.of("STEP"),
                Column.text("DETAIL"));
        for (Moment moment : moments) {
            table.row(
                    Amounts.duration(moment.after()),
                    moment.event().isVerdict()
                            ? ""
                            : Amounts.duration(moment.took()) + (isRunning(moment) ? " so far" : ""),
                    moment.event().state().toString(),
                    (moment.event().isTrouble() ? "! " : "") + moment.event().step(),
                    moment.event().detail().orElse(""));
        }
        return table.text(width, unicode) + sentences(width);
    }

    /** What a table that fits the terminal may have cut: every trouble and the reason of a failure, whole. */
    private String sentences(int width) {
        if (width == 0) {
            return "";
        }
        return moments.stream()
                .map(Moment::event)
                .filter(event -> event.isTrouble() || event.state() == NodeState.FAILED)
                .flatMap(event -> event.detail().stream())
                .distinct()
                .map(sentence -> "! " + Printable.line(sentence) + "\n")
                .collect(Collectors.joining());
    }

    private boolean isRunning(Moment moment) {
        return boot.ended().isEmpty() && moment.event().equals(boot.last());
    }
}
