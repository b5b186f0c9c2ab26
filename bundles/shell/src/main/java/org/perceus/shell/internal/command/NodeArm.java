package org.perceus.shell.internal.command;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.Administrator;
import org.perceus.administration.BootDeeds;
import org.perceus.administration.NodeTarget;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;

/** {@code perceus node arm}. */
@Service
@Command(
        scope = "perceus",
        name = "node-arm",
        description = "Lets each of some nodes be tied to another key: that of the next machine that boots as the node")
public final class NodeArm extends NodesAction {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})([smhd])");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS, "d", ChronoUnit.DAYS);

    @Reference
    private BootDeeds deeds;

    @Option(name = "--for", description = "Until when it may boot, from now: a number with s, m, h or d")
    private String within = "10m";

    @Option(name = "--dry-run", description = "Show which nodes would be armed, and change nothing")
    private boolean dryRun;

    @Override
    void change(Administrator who, NodeTarget target, Screen screen) throws InterruptedException {
        String summary = NodeSelection.summary(DeedAnswer.told(deeds.arm(who, target, length(), dryRun), screen));
        screen.say(
                dryRun
                        ? "would arm " + summary
                        : "armed " + summary + " for " + within
                                + ": the key that its next boot shows is the node's from then on");
    }

    private Duration length() {
        Matcher found = FORM.matcher(within);
        if (!found.matches()) {
            throw CommandFailure.usage("--for takes a number with s, m, h or d, as 10m, and not '" + within + "'");
        }
        return Duration.of(Long.parseLong(found.group(1)), UNITS.get(found.group(2)));
    }
}
