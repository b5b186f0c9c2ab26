package org.perceus.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.Node;
import org.perceus.shell.internal.capsule.CapsuleUse;
import org.perceus.shell.internal.completion.CapsuleWords;
import org.perceus.shell.internal.node.NodeSelection;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.Confirmation;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;
import org.perceus.vnfs.CapsuleId;

/** {@code perceus vnfs delete}. */
@Service
@Command(scope = "perceus", name = "vnfs-delete", description = "Forgets one version of a capsule")
public final class VnfsDelete extends SiteAction {
    @Option(name = "--yes", aliases = "-y", description = "Do not ask for confirmation")
    private boolean yes;

    @Option(name = "--force", description = "Also when nodes are to get it")
    private boolean force;

    @Option(name = "--dry-run", description = "Show what would be deleted, and delete nothing")
    private boolean dryRun;

    @Argument(name = "capsule", description = "NAME@VERSION", required = true)
    @Completion(CapsuleWords.class)
    private String capsule;

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        CapsuleId id = CapsuleId.parse(capsule);
        if (site.capsules().find(id).isEmpty()) {
            throw new CommandFailure("there is no capsule " + id + ": 'perceus vnfs list' shows them");
        }
        List<Node> users = new CapsuleUse(site.registry().snapshot(), site.capsules()).nodesOf(id);
        if (!users.isEmpty() && !force) {
            throw new CommandFailure("nothing was deleted: " + NodeSelection.summary(users) + " would get " + id
                    + ": set another capsule first, or add --force");
        }
        if (dryRun) {
            screen.say("would delete " + id);
            return;
        }
        if (!yes) {
            new Confirmation(screen).ask("Delete capsule " + id);
        }
        if (!site.capsules().remove(id)) {
            throw new CommandFailure("somebody else deleted " + id + " meanwhile");
        }
        screen.say("deleted " + id);
    }
}
