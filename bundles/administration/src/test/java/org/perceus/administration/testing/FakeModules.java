package org.perceus.administration.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perceus.module.BuildProgress;
import org.perceus.module.BuiltImage;
import org.perceus.module.ModuleAdmin;
import org.perceus.module.ModuleChange;
import org.perceus.module.ModuleDetails;
import org.perceus.module.ModuleInfo;
import org.perceus.module.ModuleInventory;
import org.perceus.module.ModuleSetting;
import org.perceus.provisioning.ProvisioningDefaults;

/** Modules in memory; remembers what it was told to change. */
public final class FakeModules implements ModuleInventory, ModuleAdmin, ProvisioningDefaults {
    public final List<ModuleInfo> all = new ArrayList<>();
    public final List<String> changes = new ArrayList<>();
    public Optional<String> refusal = Optional.empty();
    public String method = "stateless-ram";

    /** One that comes with Perceus. */
    public static ModuleInfo module(String name, ModuleInfo.Kind kind) {
        return module(name, kind, Optional.empty());
    }

    /** A configuration module that somebody dropped in. */
    public static ModuleInfo fromFile(String name) {
        return module(name, ModuleInfo.Kind.CONFIGURATION, Optional.of(name + ".jar"));
    }

    private static ModuleInfo module(String name, ModuleInfo.Kind kind, Optional<String> file) {
        return new ModuleInfo(
                name, Optional.of(kind), 50, "org.perceus." + name, "2.0.0", ModuleInfo.Status.ACTIVE, "", file, 0, "");
    }

    @Override
    public List<ModuleInfo> modules() {
        return List.copyOf(all);
    }

    @Override
    public List<ModuleDetails> details(String name) {
        return all.stream()
                .filter(info -> info.name().equals(name))
                .map(info -> new ModuleDetails(
                        info,
                        "is content",
                        "ab".repeat(32),
                        "[1.0,2)",
                        List.of(new ModuleSetting("org.perceus.module." + name, "size", "5", false, "How large it is")),
                        List.of(new BuiltImage("debian-12@2", "2.0.0"))))
                .toList();
    }

    @Override
    public String defaultMethod() {
        return method;
    }

    @Override
    public List<String> defaultModules() {
        return List.of("hostname", "network");
    }

    @Override
    public List<String> problems() {
        return List.of();
    }

    @Override
    public ModuleChange install(Path jar, boolean dryRun, BuildProgress progress) {
        progress.at("packing", 100, 100);
        return change("install " + jar.getFileName(), dryRun);
    }

    @Override
    public ModuleChange swap(String name, Path jar, boolean dryRun, BuildProgress progress) {
        progress.at("packing", 100, 100);
        return change("swap " + name + " " + jar.getFileName(), dryRun);
    }

    @Override
    public ModuleChange uninstall(String name, boolean dryRun) {
        return change("uninstall " + name, dryRun);
    }

    @Override
    public ModuleChange disable(String name, String reason, boolean dryRun) {
        return change("disable " + name + " " + reason, dryRun);
    }

    @Override
    public ModuleChange enable(String name, boolean dryRun) {
        return change("enable " + name, dryRun);
    }

    private ModuleChange change(String what, boolean dryRun) {
        if (refusal.isPresent()) {
            return new ModuleChange.Refused(refusal.get());
        }
        if (!dryRun) {
            changes.add(what);
        }
        return new ModuleChange.Done("it", Duration.ofMillis(40), Duration.ofMillis(250));
    }
}
