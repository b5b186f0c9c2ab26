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
import org.perceus.shell.internal.completion.ModuleWords;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus module swap}. */
@Service
@Command(
        scope = "perceus",
        name = "module-swap",
        description = "Replaces a module by another version while nodes are booting")
public final class ModuleSwap extends ChangingAction {
    @Reference
    private ModuleDeeds deeds;

    @Option(name = "--dry-run", description = "Show what would be replaced, and change nothing")
    private boolean dryRun;

    @Argument(name = "name", description = "Name of the module", required = true)
    @Completion(ModuleWords.class)
    private String name;

    @Argument(index = 1, name = "file", description = "The module's jar", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Override
    void run(Site site, Screen screen) throws InterruptedException {
        Path jar = screen.resolve(file);
        ModuleResult result =
                ModuleResult.of(screen, progress -> deeds.swap(administrator(screen), name, jar, dryRun, progress));
        screen.say(
                dryRun
                        ? "would swap in " + result.what()
                        : "swapped in " + result.what() + result.took() + "; the former one was in use for "
                                + result.drained() + " more");
    }
}
