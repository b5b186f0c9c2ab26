package org.perceus.shell.internal.boot;

import java.time.Duration;
import java.util.function.Function;
import org.perceus.node.Boot;
import org.perceus.node.BootEvent;
import org.perceus.node.MacAddress;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.Printable;
import org.perceus.shell.internal.screen.Screen;

/** Shows boots line by line; progress within a step appears on a terminal only. Used by one thread. */
public final class FollowLines implements FollowView {
    private final Screen screen;
    private final Function<MacAddress, String> nameOf;
    private String open = "";

    /** @param nameOf what to call a machine */
    public FollowLines(Screen screen, Function<MacAddress, String> nameOf) {
        this.screen = screen;
        this.nameOf = nameOf;
    }

    @Override
    public void event(Boot boot, BootEvent event) {
        finishLine();
        String line = line(boot, event);
        if (screen.width() == 0) {
            screen.out().println(line);
        } else {
            rewrite(line);
        }
    }

    @Override
    public void progress(Boot boot, BootEvent event) {
        if (screen.width() > 0) {
            rewrite(line(boot, event));
        }
    }

    @Override
    public void ended(FollowedBoot followed) {
        finishLine();
        String summary = followed.superseded()
                ? "given up: the machine began another boot"
                : TimeLine.of(followed.boot(), followed.boot().last().at()).summary();
        screen.say(nameOf.apply(followed.boot().id().mac()) + " " + summary);
    }

    /** Leaves the terminal at the start of a line. */
    public void finishLine() {
        if (!open.isEmpty()) {
            screen.out().println();
            open = "";
        }
    }

    private void rewrite(String line) {
        String fitting = line.length() < screen.width() ? line : line.substring(0, screen.width() - 1);
        screen.out().print("\r" + fitting + " ".repeat(Math.max(0, open.length() - fitting.length())));
        screen.out().flush();
        open = fitting;
    }

    private String line(Boot boot, BootEvent event) {
        String after = Amounts.duration(Duration.between(boot.started(), event.at()));
        String text = String.format(
                "%s  %9s  %-12s  %s%s",
                nameOf.apply(boot.id().mac()),
                "+" + after,
                event.state(),
                (event.isTrouble() ? "! " : "") + event.step(),
                event.detail().map(detail -> ": " + detail).orElse(""));
        return Printable.line(text);
    }
}
