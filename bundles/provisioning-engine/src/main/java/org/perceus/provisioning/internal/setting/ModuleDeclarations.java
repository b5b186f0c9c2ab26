package org.perceus.provisioning.internal.setting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.DeclaredSetting;
import org.perceus.provisioning.ModuleInfo;
import org.perceus.provisioning.internal.module.Lease;
import org.perceus.provisioning.internal.module.ModuleCaller;
import org.perceus.provisioning.internal.module.ModuleFailure;
import org.perceus.provisioning.internal.module.ModuleRegistry;
import org.perceus.provisioning.internal.module.ModuleSlot;
import org.perceus.provisioning.internal.module.ModuleThreads;
import org.perceus.provisioning.internal.module.PresentModule;
import org.perceus.provisioning.spi.ConfigurationModule;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.ProvisioningMethod;

/** Asks the modules that nodes get which settings they read. Keeps nothing of theirs. Thread-safe. */
final class ModuleDeclarations {
    private static final int CALLS_AT_ONCE = 16;

    private final ModuleRegistry registry;
    private final ExecutorService executor = ModuleThreads.atMost(CALLS_AT_ONCE);
    private final ModuleCaller caller;

    /** @param limit how long a module may take */
    ModuleDeclarations(ModuleRegistry registry, Duration limit) {
        this.registry = registry;
        this.caller = new ModuleCaller(executor, limit);
    }

    /** All settings; one that several modules read is there for each of them. */
    List<DeclaredSetting> all() {
        return slots().flatMap(slot -> ask(slot, settings -> settings.stream()
                                .map(setting -> EngineSettings.describe(
                                        setting, slot.identity().name()))
                                .toList())
                        .stream())
                .flatMap(List::stream)
                .toList();
    }

    /** Why none of those who read a setting understands a value. */
    Optional<String> objection(SettingKey key, String value) {
        List<Optional<String>> answers = slots().flatMap(slot -> ask(slot, settings -> settings.stream()
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
        return slots().flatMap(slot -> ask(slot, settings -> settings.stream()
                                .filter(setting -> setting.name().equals(key.value()))
                                .flatMap(setting -> setting.sharingProblem(value).stream())
                                .toList())
                        .stream())
                .flatMap(List::stream)
                .findFirst();
    }

    /** Leaves behind the threads of modules that hang. */
    void stop() {
        executor.shutdownNow();
    }

    private Stream<ModuleSlot<?>> slots() {
        return registry.present().stream()
                .filter(module -> module.info().status() == ModuleInfo.Status.ACTIVE)
                .map(PresentModule::slot);
    }

    /** On the module's thread, as the forms of its settings are its code; what it gets wrong is counted on it. */
    private <T, R> Optional<R> ask(ModuleSlot<T> slot, Question<R> question) {
        Optional<Lease<T>> lease = slot.lease();
        if (lease.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(caller.call(lease.get(), module -> question.of(settings(module))));
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
