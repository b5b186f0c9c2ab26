package org.perceus.administration.internal.module;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.administration.Administrator;
import org.perceus.administration.Outcome;
import org.perceus.administration.internal.deed.DeedRunner;
import org.perceus.administration.internal.node.NodeParts;
import org.perceus.administration.module.ModuleDeeds;
import org.perceus.administration.module.ModuleUse;
import org.perceus.module.ModuleChange;
import org.perceus.vnfs.Progress;

/** Changes the modules folder as administrators ask for it. */
@Component
public final class FolderModuleDeeds implements ModuleDeeds {
    private final DeedRunner runner;
    private final ModuleParts parts;
    private final NodeParts nodes;

    /** Created by the container. */
    @Activate
    public FolderModuleDeeds(@Reference DeedRunner runner, @Reference ModuleParts parts, @Reference NodeParts nodes) {
        this.runner = runner;
        this.parts = parts;
        this.nodes = nodes;
    }

    @Override
    public Outcome<ModuleChange.Done> install(Administrator who, Path jar, boolean dryRun, Progress progress)
            throws InterruptedException {
        return runner.runLogged(who, dryRun, () -> done(parts.admin().install(jar, dryRun, progress::at)));
    }

    @Override
    public Outcome<ModuleChange.Done> swap(Administrator who, String name, Path jar, boolean dryRun, Progress progress)
            throws InterruptedException {
        return runner.runLogged(who, dryRun, () -> done(parts.admin().swap(name, jar, dryRun, progress::at)));
    }

    @Override
    public Outcome<ModuleChange.Done> enable(Administrator who, String name, boolean dryRun)
            throws InterruptedException {
        return runner.runLogged(who, dryRun, () -> done(parts.admin().enable(name, dryRun)));
    }

    @Override
    public Outcome<Disabled> disable(Administrator who, String name, String reason, boolean dryRun)
            throws InterruptedException {
        return runner.runLogged(who, dryRun, () -> done(parts.admin().disable(name, reason, dryRun))
                .then(change -> Outcome.done(new Disabled(change, users(name)))));
    }

    @Override
    public Outcome<ModuleChange.Done> uninstall(Administrator who, String name, boolean force, boolean dryRun)
            throws InterruptedException {
        return runner.runLogged(who, dryRun, () -> done(parts.admin().uninstall(name, true))
                .then(would -> Outcome.unless(force ? Optional.empty() : objection(name), would))
                .then(would -> dryRun ? Outcome.done(would) : done(parts.admin().uninstall(name, false))));
    }

    private Optional<String> objection(String name) {
        int users = users(name);
        boolean replaced = parts.inventory().modules().stream()
                .anyMatch(module -> module.name().equals(name) && module.file().isEmpty());
        return users == 0 || replaced
                ? Optional.empty()
                : Optional.of("nothing was removed: " + users + (users == 1 ? " node" : " nodes") + " would wait for "
                        + name + ": set other modules first, or add --force");
    }

    private int users(String name) {
        return ModuleUse.of(nodes.snapshot(), parts.defaults()).of(name);
    }

    private static Outcome<ModuleChange.Done> done(ModuleChange change) {
        return change instanceof ModuleChange.Done done
                ? Outcome.done(done)
                : Outcome.refused(((ModuleChange.Refused) change).reason());
    }
}
