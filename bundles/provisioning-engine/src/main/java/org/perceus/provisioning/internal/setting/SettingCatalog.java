package org.perceus.provisioning.internal.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.module.ModuleInfo;
import org.perceus.module.ModuleInventory;
import org.perceus.module.ModuleRegistry;
import org.perceus.node.NodeRegistry;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.DeclaredSetting;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.ProvisioningDefaults;
import org.perceus.provisioning.SettingCheck;
import org.perceus.provisioning.SettingEffects;
import org.perceus.provisioning.internal.config.EngineConfig;
import org.perceus.provisioning.internal.config.EngineConfiguration;
import org.perceus.provisioning.internal.option.SiteOptions;
import org.perceus.vnfs.CapsuleLibrary;

/** All settings that Perceus and the modules of now read, and what is wrong with values that nodes shall get. */
@Component
public final class SettingCatalog implements SettingCheck {
    private static final String SITES_OWN = "x-";

    private final ProvisioningDefaults defaults;
    private final Supplier<List<String>> problems;
    private final NodeRegistry registry;
    private final ModuleInventory inventory;
    private final ModuleDeclarations modules;
    private final InstalledChoice installed;

    @Activate
    public SettingCatalog(
            @Reference EngineConfiguration configuration,
            @Reference NodeRegistry registry,
            @Reference CapsuleLibrary capsules,
            @Reference ModuleInventory inventory,
            @Reference ModuleRegistry modules) {
        this(configuration, () -> configuration.now().problems(), registry, capsules, inventory, modules);
    }

    /** @param problems what is wrong in the configuration of the engine */
    public SettingCatalog(
            ProvisioningDefaults defaults,
            Supplier<List<String>> problems,
            NodeRegistry registry,
            CapsuleLibrary capsules,
            ModuleInventory inventory,
            ModuleRegistry modules) {
        this.defaults = defaults;
        this.problems = problems;
        this.registry = registry;
        this.inventory = inventory;
        this.modules = new ModuleDeclarations(modules);
        this.installed = new InstalledChoice(capsules, inventory);
    }

    @Override
    public List<DeclaredSetting> settings() {
        return Stream.concat(EngineSettings.declared().stream(), modules.all().stream())
                .toList();
    }

    @Override
    public Optional<String> objection(Map<SettingKey, Optional<String>> changes) {
        SortedMap<SettingKey, String> values = new TreeMap<>();
        changes.forEach((key, value) -> value.ifPresent(text -> values.put(key, text)));
        return objections(values).values().stream().findFirst();
    }

    @Override
    public Optional<String> sharingObjection(Map<SettingKey, Optional<String>> changes) {
        return changes.entrySet().stream()
                .flatMap(change ->
                        change.getValue().flatMap(value -> modules.sharingObjection(change.getKey(), value)).stream())
                .findFirst();
    }

    @Override
    public SettingEffects effects() {
        Set<String> methods = inventory.modules().stream()
                .filter(module -> module.kind().equals(Optional.of(ModuleInfo.Kind.METHOD)))
                .map(ModuleInfo::name)
                .collect(Collectors.toSet());
        return new SettingEffects(settings(), methods, defaults.defaultMethod(), defaults.defaultModules());
    }

    @Override
    public List<String> complaints() {
        Map<SettingKey, String> ofEngine = Map.of(
                NodeSettings.METHOD, defaults.defaultMethod(),
                NodeSettings.MODULES, String.join(",", defaults.defaultModules()));
        List<String> all = new ArrayList<>();
        SortedMap<SettingKey, String> ofSite = objections(registry.snapshot().defaults());
        registry.snapshot().defaults().forEach((key, value) -> modules.sharingObjection(key, value)
                .ifPresent(sentence -> ofSite.putIfAbsent(key, sentence)));
        ofSite.forEach((key, sentence) -> all.add("etc/org.perceus.node.cfg: setting." + key + ": " + sentence));
        objections(ofEngine)
                .forEach((key, sentence) -> all.add("etc/" + EngineConfig.PID + ".cfg: " + key + ": " + sentence));
        all.addAll(SiteOptions.complaints(registry.snapshot().networks()));
        all.addAll(problems.get());
        all.addAll(inventory.problems());
        return all;
    }

    private SortedMap<SettingKey, String> objections(Map<SettingKey, String> values) {
        Set<String> known =
                settings().stream().map(setting -> setting.key().value()).collect(Collectors.toSet());
        SortedMap<SettingKey, String> objections = new TreeMap<>(installed.objections(values));
        values.forEach((key, value) -> {
            if (!known.contains(key.value()) && !isSitesOwn(key)) {
                objections.put(key, UnknownSetting.sentence(key, known));
            }
            modules.objection(key, value).ifPresent(sentence -> objections.put(key, sentence));
        });
        return objections;
    }

    private static boolean isSitesOwn(SettingKey key) {
        return key.value().startsWith(SITES_OWN) || NodeSettings.KEPT.contains(key);
    }
}
