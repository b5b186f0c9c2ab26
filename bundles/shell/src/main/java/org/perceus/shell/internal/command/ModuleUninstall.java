package org.perceus.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.Administrator;
import org.perceus.administration.module.ModuleDeeds;
import org.perceus.module.ModuleChange;
import org.perceus.shell.internal.completion.ModuleWords;
import org.perceus.shell.internal.screen.Confirmation;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus module uninstall}. */
@Service
@Command(scope = "perceus", name = "module-uninstall", description = "Removes a module from the modules folder")
public final class ModuleUninstall extends ChangingAction {
    @Reference
    private ModuleDeeds deeds;

    @Option(name = "--yes", aliases = "-y", description = "Do not ask for confirmation")
    private boolean yes;

    @Option(name = "--force", description = "Also when nodes are to get it and nothing takes its place")
    private boolean force;

    @Option(name = "--dry-run", description = "Show what would be removed, and change nothing")
    private boolean dryRun;

    @Argument(name = "name", description = "Name of the module", required = true)
    @Completion(ModuleWords.class)
    private String name;

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        Administrator who = administrator(screen);
        String what =
                DeedAnswer.told(deeds.uninstall(who, name, force, true), screen).what();
        if (dryRun) {
            screen.say("would uninstall " + what);
            return;
        }
        if (!yes) {
            new Confirmation(screen).ask("Uninstall module " + what);
        }
        ModuleChange.Done done = DeedAnswer.told(deeds.uninstall(who, name, force, false), screen);
        screen.say("uninstalled " + done.what());
    }
}
