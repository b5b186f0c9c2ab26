package org.perceus.module.internal.dropin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.perceus.module.ModuleInfo;
import org.perceus.module.ModuleInfo.Status;
import org.perceus.module.internal.folder.FolderView;
import org.perceus.module.internal.folder.Inspection;
import org.perceus.module.internal.folder.ModuleJar;
import org.perceus.module.internal.registry.DefaultModuleRegistry;
import org.perceus.module.internal.registry.ListedModule;

/**
 * Sets side by side which modules are wanted, installed and bound, with the reason for each that nodes do not get.
 * Thread-safe.
 */
final class ModuleListing {
    private static final Comparator<ModuleInfo> ORDER = Comparator.comparing(ModuleInfo::name)
            .thenComparing(ModuleInfo::status)
            .thenComparing(info -> info.file().orElse(""));

    private final ModuleBundles bundles;
    private final DefaultModuleRegistry registry;
    private final Reconciler reconciler;
    private final Starter starter;
    private final Replacement replacement;
    private final Diagnosis diagnosis;

    ModuleListing(
            ModuleBundles bundles,
            DefaultModuleRegistry registry,
            Reconciler reconciler,
            Starter starter,
            Replacement replacement,
            Diagnosis diagnosis) {
        this.bundles = bundles;
        this.registry = registry;
        this.reconciler = reconciler;
        this.starter = starter;
        this.replacement = replacement;
        this.diagnosis = diagnosis;
    }

    /** All modules there are, by name, the one of a name that nodes get first. */
    List<ModuleInfo> modules(FolderView view) {
        List<ModuleInfo> all = new ArrayList<>();
        List<ListedModule> listed = registry.listed();
        List<Bundle> shipped = bundles.shipped();
        for (Bundle bundle : shipped) {
            all.addAll(of(bundle, listed, view));
        }
        for (Bundle bundle : bundles.fromFolder()) {
            all.addAll(of(bundle, listed, view));
        }
        all.addAll(files(view));
        return all.stream().sorted(ORDER).toList();
    }

    /** Why a bundle's modules are not there. */
    String reason(Bundle bundle) {
        return starter.failure(bundle)
                .filter(reason -> bundle.getState() == Bundle.RESOLVED || bundle.getState() == Bundle.STARTING)
                .orElseGet(() -> diagnosis.of(bundle));
    }

    /** Of each module that nodes cannot get the rest of a sentence that says so. */
    Map<String, String> missing(FolderView view) {
        Map<String, String> missing = new TreeMap<>();
        // What stands by says least: it would run if what it stands by for did.
        List<ModuleInfo> infos = modules(view).stream()
                .sorted(Comparator.comparing(info -> info.status() == Status.STANDBY))
                .toList();
        for (ModuleInfo info : infos) {
            switch (info.status()) {
                case ACTIVE -> missing.put(info.name(), "is not present");
                case DISABLED -> missing.putIfAbsent(info.name(), disabled(info.reason()));
                default ->
                    missing.putIfAbsent(
                            info.name(),
                            "is not present: "
                                    + info.file().map(file -> file + " ").orElse("") + info.reason());
            }
        }
        return missing;
    }

    private List<ModuleInfo> of(Bundle bundle, List<ListedModule> listed, FolderView view) {
        List<ModuleInfo> all = new ArrayList<>();
        String reason = replacement.obstacle(bundle.getBundleId()).orElse("");
        for (ListedModule module : listed) {
            if (module.module().identity().bundleId() == bundle.getBundleId()) {
                all.add(module.info().in(ModuleBundles.fileOf(bundle), reason));
            }
        }
        List<String> there = all.stream().map(ModuleInfo::name).toList();
        for (String name : ModuleBundles.names(bundle)) {
            if (!there.contains(name)) {
                all.add(absent(bundle, name, view));
            }
        }
        return all;
    }

    private ModuleInfo absent(Bundle bundle, String name, FolderView view) {
        Optional<ModuleJar> other = Optional.ofNullable(view.newest().get(bundle.getSymbolicName()))
                .filter(jar -> !jar.location().equals(bundle.getLocation()));
        Status status = Status.FAILED;
        String reason;
        if (other.isPresent() && bundle.getState() != Bundle.ACTIVE) {
            status = Status.STANDBY;
            reason = other.get().file() + " is used instead";
        } else if (view.disabled().containsKey(name)) {
            status = Status.DISABLED;
            reason = view.disabled().get(name);
        } else if (view.isDisabled(ModuleBundles.names(bundle))) {
            status = Status.DISABLED;
            reason = "it shares its jar with " + sharer(bundle, view) + ", which is disabled";
        } else {
            reason = reason(bundle);
        }
        return info(
                name,
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                status,
                reason,
                ModuleBundles.fileOf(bundle));
    }

    private static String sharer(Bundle bundle, FolderView view) {
        return ModuleBundles.names(bundle).stream()
                .filter(view.disabled()::containsKey)
                .findFirst()
                .orElse("");
    }

    /** Those that are files and nothing more. */
    private List<ModuleInfo> files(FolderView view) {
        List<ModuleInfo> all = new ArrayList<>();
        view.files()
                .forEach((file, known) -> known.ifPresent(inspection -> {
                    if (inspection instanceof Inspection.Refused refused) {
                        List<String> names = refused.names().isEmpty() ? List.of(file) : refused.names();
                        for (String name : names) {
                            all.add(info(name, "", "", Status.REFUSED, refused.reason(), Optional.of(file)));
                        }
                    }
                }));
        Map<String, ModuleJar> ofBundles = view.newest();
        for (ModuleJar jar : view.jars()) {
            ModuleJar newest = ofBundles.get(jar.bundle());
            Optional<String> failure = reconciler.failure(jar);
            if (failure.isPresent()) {
                all.addAll(infos(jar, Status.FAILED, failure.get()));
            } else if (newest != jar && bundles.find(jar).isEmpty()) {
                boolean same = newest.version().equals(jar.version());
                all.addAll(infos(
                        jar,
                        Status.STANDBY,
                        newest.file() + (same ? " has the same version and the later name" : " has a higher version")));
            }
        }
        return all;
    }

    private static List<ModuleInfo> infos(ModuleJar jar, Status status, String reason) {
        return jar.names().stream()
                .map(name ->
                        info(name, jar.bundle(), jar.version().toString(), status, reason, Optional.of(jar.file())))
                .toList();
    }

    private static ModuleInfo info(
            String name, String bundle, String version, Status status, String reason, Optional<String> file) {
        return new ModuleInfo(name, Optional.empty(), 0, bundle, version, status, reason, file, 0, "");
    }

    private static String disabled(String reason) {
        return reason.isEmpty() ? "is disabled" : "is disabled: " + reason;
    }
}
