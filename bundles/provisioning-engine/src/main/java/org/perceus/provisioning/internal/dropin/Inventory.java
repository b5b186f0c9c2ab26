package org.perceus.provisioning.internal.dropin;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.MetaTypeService;
import org.perceus.provisioning.ModuleDetails;
import org.perceus.provisioning.ModuleInfo;
import org.perceus.provisioning.ModuleInventory;
import org.perceus.provisioning.internal.EngineConfig;
import org.perceus.provisioning.internal.EngineNumber;
import org.perceus.provisioning.internal.folder.ModuleJar;
import org.perceus.provisioning.internal.folder.ModuleManifest;
import org.perceus.provisioning.internal.image.ImageWorkshop;
import org.perceus.provisioning.internal.module.ModuleRegistry;
import org.perceus.provisioning.internal.module.Remarks;

/** Tells administrators of the modules. Thread-safe. */
@Component(configurationPid = EngineConfig.PID)
public final class Inventory implements ModuleInventory {
    private final EngineConfig config;
    private final ModuleKeeper keeper;
    private final ModuleSettings settings;
    private final ImageWorkshop images;
    private final Remarks remarks;

    @Activate
    public Inventory(
            EngineConfig config,
            Map<String, Object> properties,
            @Reference ModuleKeeper keeper,
            @Reference ModuleRegistry registry,
            @Reference ImageWorkshop images,
            @Reference MetaTypeService types,
            @Reference ConfigurationAdmin configurations) {
        this.config = config;
        this.keeper = keeper;
        this.settings = new ModuleSettings(types, configurations);
        this.images = images;
        this.remarks = new Remarks(registry, Duration.ofMillis(EngineNumber.RENDER_TIMEOUT.of(properties, told -> {})));
    }

    @Deactivate
    void stop() {
        remarks.stop();
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
    public String defaultMethod() {
        return config.method();
    }

    @Override
    public List<String> defaultModules() {
        return Arrays.stream(config.modules().split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private ModuleDetails details(ModuleInfo info) {
        Optional<Bundle> bundle = bundle(info);
        return new ModuleDetails(
                info,
                bundle.map(found -> remarks.of(info.name(), found.getBundleId()))
                        .orElse(""),
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
