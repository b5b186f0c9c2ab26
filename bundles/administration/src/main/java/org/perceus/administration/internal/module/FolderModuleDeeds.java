package org.perceus.administration.internal.module;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.administration.Administrator;
import org.perceus.administration.Outcome;
import org.perceus.administration.internal.deed.DeedRunner;
import org.perceus.administration.internal.node.NodeParts;
import org.perceus.administration.internal.operation.OperationRecorder;
import org.perceus.administration.module.ModuleDeeds;
import org.perceus.administration.module.ModuleUse;
import org.perceus.administration.operation.DeedProgress;
import org.perceus.module.ModuleChange;
import org.perceus.node.operation.OperationKind;
import org.perceus.vnfs.Progress;

/** Changes the modules folder as administrators ask for it. */
@Component
public final class FolderModuleDeeds implements ModuleDeeds {
    private final DeedRunner runner;
    private final OperationRecorder operations;
    private final ModuleParts parts;
    private final NodeParts nodes;

    /** Created by the container. */
    @Activate
    public FolderModuleDeeds(
            @Reference DeedRunner runner,
            @Reference OperationRecorder operations,
            @Reference ModuleParts parts,
            @Reference NodeParts nodes) {
        this.runner = runner;
        this.operations = operations;
        this.parts = parts;
        this.nodes = nodes;
    }

    @Override
    public Outcome<ModuleChange.Done> install(Administrator who, Path jar, boolean dryRun, DeedProgress progress)
            throws InterruptedException {
        return update(who, () -> jar.getFileName().toString(), dryRun, progress, told -> parts.admin()
                .install(jar, dryRun, told::at));
    }

    @Override
    public Outcome<ModuleChange.Done> swap(
            Administrator who, String name, Path jar, boolean dryRun, DeedProgress progress)
            throws InterruptedException {
        return update(who, () -> name, dryRun, progress, told -> parts.admin().swap(name, jar, dryRun, told::at));
    }

    private interface Update {
        ModuleChange with(Progress progress) throws InterruptedException;
    }

    private Outcome<ModuleChange.Done> update(
            Administrator who, Supplier<String> subject, boolean dryRun, DeedProgress progress, Update update)
            throws InterruptedException {
        return runner.runLogged(
                who,
                dryRun,
                () -> dryRun
                        ? done(update.with(progress))
                        : operations.run(
                                who,
                                OperationKind.UPDATE,
                                subject.get(),
                                progress,
                                told -> done(update.with(told)),
                                change -> change.what() + " is in use"));
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
