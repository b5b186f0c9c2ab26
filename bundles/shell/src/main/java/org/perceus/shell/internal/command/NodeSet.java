package org.perceus.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.NodeDeeds;
import org.perceus.administration.NodeTarget;
import org.perceus.administration.Outcome;
import org.perceus.shell.internal.completion.NodeSettingWords;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.setting.SettingChanges;
import org.perceus.shell.internal.setting.SettingPreview;
import org.perceus.shell.internal.site.Site;

/** {@code perceus node set}. */
@Service
@Command(
        scope = "perceus",
        name = "node-set",
        description = "Changes settings of nodes, as in: capsule=debian-12 method=stateless-ram n[0001-0010]")
public final class NodeSet extends ChangingAction {
    @Reference
    private NodeDeeds deeds;

    @Option(name = "--dry-run", description = "Show what would change, and change nothing")
    private boolean dryRun;

    @Option(name = "--force", description = "Also set capsules, methods and modules that are not there")
    private boolean force;

    @Option(name = "--existing", description = "Take those nodes of a range that are there, and leave out the others")
    private boolean existing;

    @Argument(
            name = "settings and nodes",
            description =
                    "key=value for each change, nothing behind the = removes the node's own setting (name, address"
                            + " and group are keys too); and the nodes: names, globs, ranges n[0001-0099,0120], MACs, @group",
            required = true,
            multiValued = true)
    @Completion(NodeSettingWords.class)
    private List<String> words = List.of();

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        SettingChanges changes = SettingChanges.parse(words(words));
        if (changes.targets().isEmpty()) {
            throw CommandFailure.usage("no nodes given: name them behind the settings, as in n[0001-0010] or @rack1");
        }
        NodeTarget target = new NodeTarget.Named(changes.targets(), existing);
        Outcome.Done<NodeDeeds.Applied> done =
                DeedAnswer.of(deeds.set(administrator(screen), target, changes.values(), force, dryRun));
        NodeDeeds.Applied applied = done.result();
        if (dryRun) {
            screen.print(
                    new SettingPreview(applied.before(), applied.nodes())
                            .table(changes.values().keySet()),
                    "nothing would change");
        } else {
            screen.say("set " + changes + " for " + NodeSelection.summary(applied.nodes()));
        }
        done.remarks().forEach(screen::warn);
    }
}
