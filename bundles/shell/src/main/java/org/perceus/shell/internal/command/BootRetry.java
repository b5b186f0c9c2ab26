package org.perceus.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.Administrator;
import org.perceus.administration.BootDeeds;
import org.perceus.administration.NodeTarget;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;

/** {@code perceus boot retry}. */
@Service
@Command(
        scope = "perceus",
        name = "boot-retry",
        description = "Lets nodes try again that wait because they failed as often as their setting retries allows")
public final class BootRetry extends NodesAction {
    @Reference
    private BootDeeds deeds;

    @Option(name = "--dry-run", description = "Show which nodes would try again, and change nothing")
    private boolean dryRun;

    @Override
    void change(Administrator who, NodeTarget target, Screen screen) throws InterruptedException {
        String summary = NodeSelection.summary(DeedAnswer.told(deeds.retry(who, target, dryRun), screen));
        screen.say(
                dryRun
                        ? "would let " + summary + " try again"
                        : summary + " may try again: boots that began before do not count");
    }
}
