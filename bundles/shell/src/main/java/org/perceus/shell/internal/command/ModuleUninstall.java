package org.perceus.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.shell.internal.completion.ModuleWords;
import org.perceus.shell.internal.info.ModuleUse;
import org.perceus.shell.internal.screen.Amounts;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.Confirmation;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus module uninstall}. */
@Service
@Command(scope = "perceus", name = "module-uninstall", description = "Removes a module from the modules folder")
public final class ModuleUninstall extends SiteAction {
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
        ModuleResult would = new ModuleResult(site.moduleAdmin().uninstall(name, true));
        int nodes = ModuleUse.of(site.registry().snapshot(), site.modules()).of(name);
        boolean replaced = site.modules().modules().stream()
                .anyMatch(module -> module.name().equals(name) && module.file().isEmpty());
        if (nodes > 0 && !replaced && !force) {
            throw new CommandFailure("nothing was removed: " + Amounts.count(nodes, "node") + " would wait for " + name
                    + ": set other modules first, or add --force");
        }
        if (dryRun) {
            screen.say("would uninstall " + would.what());
            return;
        }
        if (!yes) {
            new Confirmation(screen).ask("Uninstall module " + would.what());
        }
        ModuleResult result = new ModuleResult(site.moduleAdmin().uninstall(name, false));
        screen.say("uninstalled " + result.what());
    }
}
