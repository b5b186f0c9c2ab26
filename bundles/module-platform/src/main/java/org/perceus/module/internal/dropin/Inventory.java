package org.perceus.module.internal.dropin;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.MetaTypeService;
import org.perceus.module.CapsuleImages;
import org.perceus.module.ModuleDetails;
import org.perceus.module.ModuleInfo;
import org.perceus.module.ModuleInventory;
import org.perceus.module.internal.config.PlatformConfiguration;
import org.perceus.module.internal.folder.ModuleJar;
import org.perceus.module.internal.folder.ModuleManifest;
import org.perceus.module.internal.registry.DefaultModuleRegistry;
import org.perceus.module.internal.registry.StatusReport;

/** Tells administrators of the modules. Thread-safe. */
@Component
public final class Inventory implements ModuleInventory {
    private final PlatformConfiguration configuration;
    private final ModuleKeeper keeper;
    private final ModuleSettings settings;
    private final CapsuleImages images;
    private final StatusReport status;

    @Activate
    public Inventory(
            @Reference PlatformConfiguration configuration,
            @Reference ModuleKeeper keeper,
            @Reference DefaultModuleRegistry registry,
            @Reference CapsuleImages images,
            @Reference MetaTypeService types,
            @Reference ConfigurationAdmin configurations) {
        this.configuration = configuration;
        this.keeper = keeper;
        this.settings = new ModuleSettings(types, configurations);
        this.images = images;
        this.status = new StatusReport(registry);
    }

    @Override
    public List<ModuleInfo> modules() {
        return keeper.modules();
    }

    @Override
    public List<ModuleDetails> details(String name) {
        return modules().stream()
                .filter(info -> info.name().equals(name))
                .map(this::details)
                .toList();
    }

    @Override
    public List<String> problems() {
        return configuration.now().problems();
    }

    private ModuleDetails details(ModuleInfo info) {
        Optional<Bundle> bundle = bundle(info);
        return new ModuleDetails(
                info,
                bundle.map(found -> status.of(info.name(), found.getBundleId())).orElse(""),
                bundle.map(Bundle::getLocation)
                        .filter(ModuleJar::isLocation)
                        .map(ModuleJar::hashOf)
                        .orElse(""),
                bundle.map(found -> ModuleManifest.spiRange(
                                Objects.requireNonNullElse(found.getHeaders().get(Constants.IMPORT_PACKAGE), "")))
                        .orElse(""),
                bundle.map(settings::of).orElse(List.of()),
                images.built(info.name()));
    }

    private Optional<Bundle> bundle(ModuleInfo info) {
        return Stream.concat(keeper.bundles().fromFolder().stream(), keeper.bundles().shipped().stream())
                .filter(bundle -> ModuleBundles.fileOf(bundle).equals(info.file()))
                .filter(bundle -> info.bundle().equals(bundle.getSymbolicName()))
                .filter(bundle -> info.version().equals(bundle.getVersion().toString()))
                .findFirst();
    }
}
