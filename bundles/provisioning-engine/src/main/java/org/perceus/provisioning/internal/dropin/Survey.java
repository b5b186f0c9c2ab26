package org.perceus.provisioning.internal.dropin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.perceus.provisioning.ModuleInfo;
import org.perceus.provisioning.ModuleInfo.Status;
import org.perceus.provisioning.internal.module.ModuleRegistry;
import org.perceus.provisioning.internal.module.PresentModule;

/**
 * Sets side by side which modules are wanted, installed and bound, with the reason for each that nodes do not get.
 * Thread-safe.
 */
final class Survey {
    private static final Comparator<ModuleInfo> ORDER =
            Comparator.comparing(ModuleInfo::name).thenComparing(ModuleInfo::status);

    private final ModuleBundles bundles;
    private final ModuleRegistry registry;
    private final Starter starter;
    private final Succession succession;
    private final Diagnosis diagnosis;

    Survey(
            ModuleBundles bundles,
            ModuleRegistry registry,
            Starter starter,
            Succession succession,
            Diagnosis diagnosis) {
        this.bundles = bundles;
        this.registry = registry;
        this.starter = starter;
        this.succession = succession;
        this.diagnosis = diagnosis;
    }

    /** All modules there are, by name, the one of a name that nodes get first. */
    List<ModuleInfo> modules(FolderView view) {
        List<ModuleInfo> all = new ArrayList<>();
        List<PresentModule> present = registry.present();
        List<Bundle> shipped = bundles.shipped();
        for (Bundle bundle : shipped) {
            all.addAll(of(bundle, present, view));
        }
        for (Bundle bundle : bundles.fromFolder()) {
            all.addAll(of(bundle, present, view));
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
    Map<String, String> absences(FolderView view) {
        Map<String, String> absences = new TreeMap<>();
        for (ModuleInfo info : modules(view)) {
            switch (info.status()) {
                case ACTIVE -> absences.put(info.name(), "is not present");
                case DISABLED -> absences.putIfAbsent(info.name(), disabled(info.reason()));
                default ->
                    absences.putIfAbsent(
                            info.name(),
                            "is not present: "
                                    + info.file().map(file -> file + " ").orElse("") + info.reason());
            }
        }
        return absences;
    }

    private List<ModuleInfo> of(Bundle bundle, List<PresentModule> present, FolderView view) {
        List<ModuleInfo> all = new ArrayList<>();
        String reason = succession.obstacle(bundle.getBundleId()).orElse("");
        for (PresentModule module : present) {
            if (module.slot().identity().bundleId() == bundle.getBundleId()) {
                all.add(module.info().in(ModuleBundles.fileOf(bundle), reason));
            }
        }
        if (all.isEmpty()) {
            for (String name : ModuleBundles.names(bundle)) {
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

    /** Those that are files and nothing more. */
    private static List<ModuleInfo> files(FolderView view) {
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
        for (ModuleJar jar : view.jars()) {
            ModuleJar newest = view.newest().get(jar.bundle());
            if (newest != jar) {
                String reason = newest.file()
                        + (newest.version().equals(jar.version())
                                ? " has the same version and the later name"
                                : " has a higher version");
                for (String name : jar.names()) {
                    all.add(info(
                            name,
                            jar.bundle(),
                            jar.version().toString(),
                            Status.STANDBY,
                            reason,
                            Optional.of(jar.file())));
                }
            }
        }
        return all;
    }

    private static ModuleInfo info(
            String name, String bundle, String version, Status status, String reason, Optional<String> file) {
        return new ModuleInfo(name, Optional.empty(), 0, bundle, version, status, reason, file, 0, "");
    }

    private static String disabled(String reason) {
        return reason.isEmpty() ? "is disabled" : "is disabled: " + reason;
    }
}
