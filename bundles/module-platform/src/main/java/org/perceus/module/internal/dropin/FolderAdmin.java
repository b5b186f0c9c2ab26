package org.perceus.module.internal.dropin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.module.BuildProgress;
import org.perceus.module.ModuleAdmin;
import org.perceus.module.ModuleChange;
import org.perceus.module.ModuleInfo;
import org.perceus.module.ModuleInfo.Status;
import org.perceus.module.OneLine;
import org.perceus.module.internal.folder.Inspection;
import org.perceus.module.internal.folder.ModuleJar;
import org.perceus.module.internal.folder.Refusal;

/** Changes the modules folder for administrators. Thread-safe. */
@Component
public final class FolderAdmin implements ModuleAdmin {
    private final ModuleKeeper keeper;

    @Activate
    public FolderAdmin(@Reference ModuleKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public ModuleChange install(Path source, boolean dryRun, BuildProgress progress) throws InterruptedException {
        return change(dryRun, () -> {
            ModuleJar jar = accepted(source);
            ModuleJar newest = keeper.view().newest().get(jar.bundle());
            String swap = ": 'perceus module swap " + jar.names().get(0) + " " + source + "' replaces it";
            if (newest != null && newest.version().compareTo(jar.version()) >= 0) {
                throw new Refusal(newest.file() + " in the modules folder has version " + newest.version() + swap);
            }
            if (keeper.view().files().containsKey(jar.file())) {
                throw new Refusal("there is a " + jar.file() + " in the modules folder already" + swap);
            }
            return Step.with(jar, source, progress, folder -> folder.put(source, jar));
        });
    }

    @Override
    public ModuleChange swap(String name, Path source, boolean dryRun, BuildProgress progress)
            throws InterruptedException {
        return change(dryRun, () -> {
            ModuleJar jar = accepted(source);
            List<ModuleInfo> former = named(name);
            if (!jar.names().contains(name)) {
                throw new Refusal(jar.file() + " holds " + String.join(", ", jar.names()) + ", not " + name);
            }
            List<ModuleJar> files = keeper.view().jarsOf(name);
            if (files.stream().anyMatch(file -> file.sha256().equals(jar.sha256()))) {
                throw new Refusal("the same file is in use already");
            }
            if (keeper.view().files().containsKey(jar.file())
                    && former.stream().noneMatch(info -> info.file().equals(Optional.of(jar.file())))) {
                throw new Refusal("there is a " + jar.file() + " in the modules folder already, which is not that of "
                        + name + ": rename the new one");
            }
            Optional<ModuleInfo> other = former.stream()
                    .filter(info -> info.file().isEmpty() && !info.bundle().equals(jar.bundle()))
                    .findFirst();
            if (other.isPresent()) {
                throw new Refusal(name + " comes with Perceus as the bundle "
                        + other.get().bundle() + ", which the bundle " + jar.bundle() + " cannot replace");
            }
            return Step.with(jar, source, progress, folder -> {
                folder.put(source, jar);
                for (ModuleJar file : files) {
                    if (!file.file().equals(jar.file())) {
                        folder.delete(file.file());
                    }
                }
            });
        });
    }

    @Override
    public ModuleChange uninstall(String name, boolean dryRun) throws InterruptedException {
        return change(dryRun, () -> {
            List<String> files = named(name).stream()
                    .flatMap(info -> info.file().stream())
                    .distinct()
                    .toList();
            if (files.isEmpty()) {
                throw new Refusal(name + " comes with Perceus and cannot be uninstalled: 'perceus module disable "
                        + name + "' takes it away from nodes");
            }
            return Step.of(name + " (" + String.join(", ", files) + ")", folder -> {
                for (String file : files) {
                    folder.delete(file);
                }
            });
        });
    }

    @Override
    public ModuleChange disable(String name, String reason, boolean dryRun) throws InterruptedException {
        return change(dryRun, () -> {
            named(name);
            if (keeper.isDisabled(name)) {
                throw new Refusal(name + " is disabled already");
            }
            return Step.of(name, folder -> folder.disable(name, OneLine.of(reason)));
        });
    }

    @Override
    public ModuleChange enable(String name, boolean dryRun) throws InterruptedException {
        ModuleChange change = change(dryRun, () -> {
            if (!keeper.isDisabled(name)) {
                throw new Refusal(name + " is not disabled");
            }
            return Step.of(name, folder -> folder.enable(name));
        });
        Optional<ModuleInfo> failed = keeper.modules().stream()
                .filter(info -> info.name().equals(name))
                .findFirst()
                .filter(info -> info.status() == Status.FAILED);
        return change instanceof ModuleChange.Done && failed.isPresent() && !dryRun
                ? new ModuleChange.Refused(
                        name + " is enabled and does not run: " + failed.get().reason())
                : change;
    }

    /** What is to be done once all has been checked. */
    private record Step(String what, Deed deed) {
        static Step of(String what, ModuleKeeper.Change change) {
            return new Step(what, keeper -> keeper.change(change));
        }

        static Step with(ModuleJar jar, Path source, BuildProgress progress, ModuleKeeper.Change change) {
            return new Step(jar.toString(), keeper -> keeper.change(jar, source, progress, change));
        }
    }

    @FunctionalInterface
    private interface Deed {
        Duration by(ModuleKeeper keeper) throws IOException, InterruptedException, Refusal;
    }

    @FunctionalInterface
    private interface Check {
        Step step() throws Refusal;
    }

    private ModuleChange change(boolean dryRun, Check check) throws InterruptedException {
        long begun = System.nanoTime();
        try {
            Step step = check.step();
            Duration drained = dryRun ? Duration.ZERO : step.deed().by(keeper);
            return new ModuleChange.Done(step.what(), drained, Duration.ofNanos(System.nanoTime() - begun));
        } catch (Refusal e) {
            return new ModuleChange.Refused(e.getMessage());
        } catch (IOException e) {
            return new ModuleChange.Refused("the modules folder cannot be changed: " + OneLine.of(e, false));
        }
    }

    private ModuleJar accepted(Path source) throws Refusal {
        String file = String.valueOf(source.getFileName());
        if (!file.endsWith(".jar") || file.startsWith(".")) {
            throw new Refusal("'" + file + "' is not the name of a jar: it has to end with .jar");
        }
        if (!Files.exists(source)) {
            throw new Refusal("there is no file " + source);
        }
        Inspection inspection = keeper.inspect(source);
        if (inspection instanceof Inspection.Refused refused) {
            throw new Refusal(file + " " + refused.reason());
        }
        return ((Inspection.Accepted) inspection).jar();
    }

    private List<ModuleInfo> named(String name) throws Refusal {
        List<ModuleInfo> found = keeper.modules().stream()
                .filter(info -> info.name().equals(name))
                .toList();
        if (found.isEmpty()) {
            throw new Refusal("there is no module '" + name + "': 'perceus module list' shows them");
        }
        return found;
    }
}
