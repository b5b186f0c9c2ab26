package org.perceus.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.NodeDeeds;
import org.perceus.shell.internal.completion.NodeWords;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node replace}. */
@Service
@Command(
        scope = "perceus",
        name = "node-replace",
        description = "Gives a node another machine: name, address, group and settings stay")
public final class NodeReplace extends ChangingAction {
    @Reference
    private NodeDeeds deeds;

    @Option(name = "--dry-run", description = "Show what would change, and change nothing")
    private boolean dryRun;

    @Argument(name = "node", description = "The node, by its name or the MAC of its old machine", required = true)
    @Completion(NodeWords.class)
    private String node;

    @Argument(index = 1, name = "MAC", description = "The boot MAC of the new machine", required = true)
    private String machine;

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        NodeDeeds.Replaced replaced =
                DeedAnswer.told(deeds.replace(administrator(screen), node, machine, dryRun), screen);
        String given = replaced.gone()
                .map(found -> "; " + found.name() + ", as which it was found, is gone")
                .orElse("");
        screen.say((dryRun ? "would put " : "put ") + replaced.by() + " in the place of "
                + replaced.old().mac() + " as " + replaced.old().name() + given);
    }
}
