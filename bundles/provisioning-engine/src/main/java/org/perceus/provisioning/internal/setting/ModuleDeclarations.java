package org.perceus.provisioning.internal.setting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.perceus.module.ModuleFailure;
import org.perceus.module.ModuleLease;
import org.perceus.module.ModuleRegistry;
import org.perceus.module.PresentModule;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.DeclaredSetting;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.ProvisioningMethod;

/** Asks the modules that nodes get which settings they read. Keeps nothing of theirs. Thread-safe. */
final class ModuleDeclarations {
    private final ModuleRegistry registry;

    ModuleDeclarations(ModuleRegistry registry) {
        this.registry = registry;
    }

    /** All settings; one that several modules read is there for each of them. */
    List<DeclaredSetting> all() {
        return preferred()
                .flatMap(module -> ask(module, settings -> settings.stream()
                                .map(setting -> EngineSettings.describe(
                                        setting, module.identity().name()))
                                .toList())
                        .stream())
                .flatMap(List::stream)
                .toList();
    }

    /** Why none of those who read a setting understands a value. */
    Optional<String> objection(SettingKey key, String value) {
        List<Optional<String>> answers = preferred()
                .flatMap(module -> ask(module, settings -> settings.stream()
                                .filter(setting -> setting.name().equals(key.value()))
                                .map(setting -> setting.problem(value))
                                .toList())
                        .stream())
                .flatMap(List::stream)
                .toList();
        return answers.stream().allMatch(Optional::isPresent)
                ? answers.stream().flatMap(Optional::stream).findFirst()
                : Optional.empty();
    }

    /** Why several nodes cannot have a value in common, by one of those who read the setting. */
    Optional<String> sharingObjection(SettingKey key, String value) {
        return preferred()
                .flatMap(module -> ask(module, settings -> settings.stream()
                                .filter(setting -> setting.name().equals(key.value()))
                                .flatMap(setting -> setting.sharingProblem(value).stream())
                                .toList())
                        .stream())
                .flatMap(List::stream)
                .findFirst();
    }

    private Stream<PresentModule<?>> preferred() {
        return Stream.concat(registry.methods().preferred().stream(), registry.configurations().preferred().stream());
    }

    /** On the module's thread, as the forms of its settings are its code; what it gets wrong is counted on it. */
    private <T, R> Optional<R> ask(PresentModule<T> module, Question<R> question) {
        Optional<ModuleLease<T>> lease = module.lease();
        if (lease.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(lease.get().call(service -> question.of(settings(service))));
        } catch (ModuleFailure e) {
            return Optional.empty();
        }
    }

    private static List<NodeSetting<?>> settings(Object module) {
        return module instanceof ProvisioningMethod method
                ? method.settings()
                : module instanceof ConfigurationModule configuration ? configuration.settings() : List.of();
    }

    @FunctionalInterface
    private interface Question<R> {
        R of(List<NodeSetting<?>> settings);
    }
}
