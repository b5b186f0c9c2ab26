package org.perceus.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.administration.module.ModuleDeeds;
import org.perceus.shell.internal.completion.ModuleWords;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.DeedAnswer;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus module disable}. */
@Service
@Command(
        scope = "perceus",
        name = "module-disable",
        description = "Takes a module away from nodes, also after restarts, and leaves its jar")
public final class ModuleDisable extends ChangingAction {
    @Reference
    private ModuleDeeds deeds;

    @Option(name = "--reason", description = "What nodes and administrators are told")
    private String reason = "";

    @Option(name = "--dry-run", description = "Show what would be disabled, and change nothing")
    private boolean dryRun;

    @Argument(name = "name", description = "Name of the module", required = true)
    @Completion(ModuleWords.class)
    private String name;

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        ModuleDeeds.Disabled disabled =
                DeedAnswer.told(deeds.disable(administrator(screen), name, reason, dryRun), screen);
        int nodes = disabled.waiting();
        String effect = nodes == 0 ? "" : ": " + Amounts.count(nodes, "node") + " will wait for it at the next boot";
        screen.say((dryRun ? "would disable " : "disabled ") + disabled.change().what() + effect);
    }
}
