package org.perceus.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.Administrator;
import org.perceus.administration.BootDeeds;
import org.perceus.administration.NodeTarget;
import org.perceus.node.Node;
import org.perceus.provisioning.RestartWay;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;

/** {@code perceus node reboot}. */
@Service
@Command(
        scope = "perceus",
        name = "node-reboot",
        description = "Has the systems that run on nodes shut down and boot again, within about a minute")
public final class NodeReboot extends NodesAction {
    @Reference
    private BootDeeds deeds;

    @Option(
            name = "--kexec",
            description = "Go into Perceus OS at once, without the firmware and what it takes to find the server")
    private boolean kexec;

    @Option(name = "--dry-run", description = "Show which nodes would boot again, and change nothing")
    private boolean dryRun;

    @Override
    void change(Administrator who, NodeTarget target, Screen screen) throws InterruptedException {
        RestartWay way = kexec ? RestartWay.KEXEC : RestartWay.FIRMWARE;
        List<Node> told = DeedAnswer.told(deeds.restart(who, target, way, dryRun), screen);
        String summary = NodeSelection.summary(told);
        screen.say(
                dryRun
                        ? "would tell " + summary + " to boot again"
                        : summary + " will boot again: "
                                + (told.size() == 1 ? "its system hears" : "their systems hear")
                                + " of it within about a minute");
    }
}
