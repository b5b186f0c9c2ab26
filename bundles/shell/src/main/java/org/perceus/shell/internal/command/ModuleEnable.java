package org.perceus.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.module.ModuleDeeds;
import org.perceus.module.ModuleChange;
import org.perceus.shell.internal.completion.ModuleWords;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus module enable}. */
@Service
@Command(scope = "perceus", name = "module-enable", description = "Gives a disabled module back to nodes")
public final class ModuleEnable extends ChangingAction {
    @Reference
    private ModuleDeeds deeds;

    @Option(name = "--dry-run", description = "Show what would be enabled, and change nothing")
    private boolean dryRun;

    @Argument(name = "name", description = "Name of the module", required = true)
    @Completion(ModuleWords.class)
    private String name;

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        ModuleChange.Done done = DeedAnswer.told(deeds.enable(administrator(screen), name, dryRun), screen);
        screen.say((dryRun ? "would enable " : "enabled ") + done.what());
    }
}
