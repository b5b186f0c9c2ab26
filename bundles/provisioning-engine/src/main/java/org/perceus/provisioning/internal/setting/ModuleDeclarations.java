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
        return ofAll((module, settings) -> settings.stream()
                .map(setting -> EngineSettings.describe(setting, module))
                .toList());
    }

    /** Why none of those who read a setting understands a value. */
    Optional<String> objection(SettingKey key, String value) {
        List<Optional<String>> answers = ofAll((module, settings) -> settings.stream()
                .filter(setting -> setting.name().equals(key.value()))
                .map(setting -> setting.problem(value))
                .toList());
        return answers.stream().allMatch(Optional::isPresent)
                ? answers.stream().flatMap(Optional::stream).findFirst()
                : Optional.empty();
    }

    /** Why several nodes cannot have a value in common, by one of those who read the setting. */
    Optional<String> sharingObjection(SettingKey key, String value) {
        return ofAll((module, settings) -> settings.stream()
                        .filter(setting -> setting.name().equals(key.value()))
                        .flatMap(setting -> setting.sharingProblem(value).stream())
                        .toList())
                .stream()
                .findFirst();
    }

    private <R> List<R> ofAll(Question<R> question) {
        try {
            return registry.together(() -> askAll(question));
        } catch (ModuleFailure e) {
            // one of them hangs: by itself, each costs its own answer alone
            return askAll(question);
        }
    }

    private <R> List<R> askAll(Question<R> question) {
        return preferred()
                .flatMap(module -> ask(module, question).stream())
                .flatMap(List::stream)
                .toList();
    }

    private Stream<PresentModule<?>> preferred() {
        return Stream.concat(registry.methods().preferred().stream(), registry.configurations().preferred().stream());
    }

    /** On the module's thread, as the forms of its settings are its code; what it gets wrong is counted on it. */
    private <T, R> Optional<List<R>> ask(PresentModule<T> module, Question<R> question) {
        Optional<ModuleLease<T>> lease = module.lease();
        if (lease.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    lease.get().call(service -> question.of(module.identity().name(), settings(service))));
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
        List<R> of(String module, List<NodeSetting<?>> settings);
    }
}
