package org.perceus.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.Administrator;
import org.perceus.administration.capsule.CapsuleDeeds;
import org.perceus.shell.internal.completion.CapsuleWords;
import org.perceus.shell.internal.screen.Confirmation;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;
import org.perceus.vnfs.CapsuleId;

/** {@code perceus vnfs delete}. */
@Service
@Command(scope = "perceus", name = "vnfs-delete", description = "Forgets one version of a capsule")
public final class VnfsDelete extends ChangingAction {
    @Reference
    private CapsuleDeeds deeds;

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
        Administrator who = administrator(screen);
        CapsuleId id = CapsuleId.parse(capsule);
        DeedAnswer.told(deeds.delete(who, id, force, true), screen);
        if (dryRun) {
            screen.say("would delete " + id);
            return;
        }
        if (!yes) {
            new Confirmation(screen).ask("Delete capsule " + id);
        }
        DeedAnswer.told(deeds.delete(who, id, force, false), screen);
        screen.say("deleted " + id);
    }
}
