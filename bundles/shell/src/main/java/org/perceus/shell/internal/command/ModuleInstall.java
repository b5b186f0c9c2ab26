package org.perceus.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus module install}. */
@Service
@Command(
        scope = "perceus",
        name = "module-install",
        description = "Puts a jar into the modules folder, and waits until nodes can use it")
public final class ModuleInstall extends SiteAction {
    @Option(name = "--dry-run", description = "Show what would be installed, and change nothing")
    private boolean dryRun;

    @Argument(name = "file", description = "The module's jar", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        ModuleResult result =
                ModuleResult.of(screen, progress -> site.moduleAdmin().install(screen.resolve(file), dryRun, progress));
        screen.say(dryRun ? "would install " + result.what() : "installed " + result.what() + result.took());
    }
}
