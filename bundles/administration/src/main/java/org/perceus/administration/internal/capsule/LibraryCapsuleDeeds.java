package org.perceus.administration.internal.capsule;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.administration.Administrator;
import org.perceus.administration.NodeFinder;
import org.perceus.administration.Outcome;
import org.perceus.administration.capsule.CapsuleDeeds;
import org.perceus.administration.capsule.CapsuleUse;
import org.perceus.administration.internal.deed.DeedRunner;
import org.perceus.administration.internal.module.ModuleParts;
import org.perceus.administration.internal.node.NodeParts;
import org.perceus.administration.internal.operation.OperationRecorder;
import org.perceus.administration.operation.DeedProgress;
import org.perceus.module.ImageResult;
import org.perceus.node.Node;
import org.perceus.node.operation.OperationKind;
import org.perceus.provisioning.NodeSettings;
import org.perceus.vnfs.CapsuleId;
import org.perceus.vnfs.CapsuleLibrary;
import org.perceus.vnfs.ImportResult;
import org.perceus.vnfs.Progress;

/** Changes the library of capsules as administrators ask for it. */
@Component
public final class LibraryCapsuleDeeds implements CapsuleDeeds {
    private final DeedRunner runner;
    private final OperationRecorder operations;
    private final CapsuleParts parts;
    private final ModuleParts modules;
    private final NodeParts nodes;

    /** Created by the container. */
    @Activate
    public LibraryCapsuleDeeds(
            @Reference DeedRunner runner,
            @Reference OperationRecorder operations,
            @Reference CapsuleParts parts,
            @Reference ModuleParts modules,
            @Reference NodeParts nodes) {
        this.runner = runner;
        this.operations = operations;
        this.parts = parts;
        this.modules = modules;
        this.nodes = nodes;
    }

    @Override
    public Outcome<String> method(Administrator who, Optional<String> wanted) throws InterruptedException {
        return runner.run(who, () -> {
            String method = wanted.orElseGet(() -> modules.defaults().defaultMethod());
            return Outcome.unless(
                    nodes.settingCheck().objection(Map.of(NodeSettings.METHOD, Optional.of(method))), method);
        });
    }

    @Override
    public Outcome<Import> importRoot(Administrator who, Source source, boolean dryRun, DeedProgress progress)
            throws InterruptedException {
        return runner.runLogged(who, dryRun, () -> {
            CapsuleLibrary library = parts.library();
            CapsuleId id = NextVersion.of(source.name(), library.capsules());
            long begun = System.nanoTime();
            return Outcome.unless(objection(library, id, source.path()), id)
                    .then(free -> dryRun
                            ? imported(library.examineRoot(id, source.path(), source.kernel(), progress))
                            : operations.run(
                                    who,
                                    OperationKind.IMPORT,
                                    id.toString(),
                                    progress,
                                    told -> imported(library.importRoot(id, source.path(), source.kernel(), told)),
                                    LibraryCapsuleDeeds::sentence))
                    .then(result -> Outcome.done(new Import(id, result, since(begun))));
        });
    }

    private static Optional<String> objection(CapsuleLibrary library, CapsuleId id, Path source) {
        if (library.find(id).isPresent()) {
            return Optional.of("there is a capsule " + id + " already, and capsules never change: give it another"
                    + " version, or only the name for the next one");
        }
        return Files.isDirectory(source) || Files.isRegularFile(source)
                ? Optional.empty()
                : Optional.of("there is no folder or archive " + source + ": give the root file system of the capsule");
    }

    private static Outcome<ImportResult> imported(ImportResult result) {
        return result instanceof ImportResult.Rejected rejected
                ? Outcome.refused("nothing was imported: " + rejected.reason())
                : Outcome.done(result);
    }

    private static String sentence(ImportResult result) {
        return result instanceof ImportResult.Imported imported
                ? imported.capsule().files() + " files, packed to "
                        + Math.max(1, imported.capsule().root().size() >> 20) + " MiB, kernel "
                        + imported.capsule().kernel().release()
                : "nothing was imported";
    }

    @Override
    public Outcome<Prepared> prepare(Administrator who, CapsuleId id, String method, Progress progress)
            throws InterruptedException {
        return runner.runLogged(who, false, () -> {
            long begun = System.nanoTime();
            try {
                ImageResult result = parts.images()
                        .prepare(id.toString(), method, who.account().name(), progress::at)
                        .toCompletableFuture()
                        .get();
                return result instanceof ImageResult.Ready ready
                        ? Outcome.done(new Prepared(ready.bytes(), since(begun)))
                        : Outcome.refused("the capsule " + id + " is there, but preparing it for " + method
                                + " failed: " + ((ImageResult.Failed) result).reason());
            } catch (ExecutionException e) {
                return Outcome.refused("preparing " + id + " for " + method + " failed: "
                        + e.getCause().getMessage());
            }
        });
    }

    @Override
    public Outcome<CapsuleId> delete(Administrator who, CapsuleId id, boolean force, boolean dryRun)
            throws InterruptedException {
        return runner.runLogged(who, dryRun, () -> {
            CapsuleLibrary library = parts.library();
            if (library.find(id).isEmpty()) {
                return Outcome.refused("there is no capsule " + id + ": 'perceus vnfs list' shows them");
            }
            List<Node> users = force ? List.of() : new CapsuleUse(nodes.snapshot(), library).nodesOf(id);
            if (!users.isEmpty()) {
                return Outcome.refused("nothing was deleted: " + NodeFinder.summary(users) + " would get " + id
                        + ": set another capsule first, or add --force");
            }
            return dryRun || library.remove(id)
                    ? Outcome.done(id)
                    : Outcome.refused("somebody else deleted " + id + " meanwhile");
        });
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
