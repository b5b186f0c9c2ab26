package org.perceus.shell.internal.command;

import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.perceus.administration.module.ModuleDeeds;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus module install}. */
@Service
@Command(
        scope = "perceus",
        name = "module-install",
        description = "Puts a jar into the modules folder, and waits until nodes can use it")
public final class ModuleInstall extends ChangingAction {
    @Reference
    private ModuleDeeds deeds;

    @Option(name = "--dry-run", description = "Show what would be installed, and change nothing")
    private boolean dryRun;

    @Argument(name = "file", description = "The module's jar", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        Path jar = screen.resolve(file);
        ModuleResult result =
                ModuleResult.of(screen, progress -> deeds.install(administrator(screen), jar, dryRun, progress));
        screen.say(dryRun ? "would install " + result.what() : "installed " + result.what() + result.took());
    }
}
