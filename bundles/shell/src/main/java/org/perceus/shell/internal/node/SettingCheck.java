package org.perceus.shell.internal.node;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.node.Name;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.ModuleInfo;
import org.perceus.provisioning.NodeSettings;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.site.Site;
import org.perceus.vnfs.CapsuleKernel;

/** Refuses settings that would leave nodes waiting. */
public final class SettingCheck {
    private final Site site;

    /** @param site has the capsules and methods */
    public SettingCheck(Site site) {
        this.site = site;
    }

    /**
     * @throws CommandFailure when a change names a capsule, a kernel, a method or a configuration module that is not there, or has a
     *     value that the engine would not understand
     */
    public void check(Map<SettingKey, Optional<String>> changes) {
        changes.getOrDefault(NodeSettings.RETRIES, Optional.empty()).ifPresent(SettingCheck::checkRetries);
        changes.getOrDefault(NodeSettings.CAPSULE, Optional.empty()).ifPresent(this::checkCapsule);
        changes.getOrDefault(NodeSettings.KERNEL, Optional.empty())
                .ifPresent(
                        release -> checkKernel(release, changes.getOrDefault(NodeSettings.CAPSULE, Optional.empty())));
        changes.getOrDefault(NodeSettings.METHOD, Optional.empty()).ifPresent(this::checkMethod);
        changes.getOrDefault(NodeSettings.MODULES, Optional.empty()).ifPresent(this::checkModules);
    }

    /** @throws CommandFailure when a change gives nodes together what can only be done once to each */
    public static void checkGroup(Map<SettingKey, Optional<String>> changes, Name group) {
        changes.forEach((key, value) -> {
            if (value.isPresent() && NodeSettings.ONCE.contains(key)) {
                throw new CommandFailure(
                        "'" + key + "' is done once and then taken away from the node, so a group cannot have it: "
                                + "set it on the nodes, as in 'perceus node set " + key + "=" + value.get() + " @"
                                + group + "'");
            }
        });
    }

    /** @throws CommandFailure when there is no such provisioning method */
    public void checkMethod(String name) {
        List<String> methods = modules(ModuleInfo.Kind.METHOD);
        if (!methods.contains(name)) {
            throw new CommandFailure("there is no provisioning method '" + name + "': " + choice("method", methods));
        }
    }

    private void checkModules(String names) {
        List<String> modules = modules(ModuleInfo.Kind.CONFIGURATION);
        for (String name : NodeSettings.names(names)) {
            if (!modules.contains(name)) {
                throw new CommandFailure(
                        "there is no configuration module '" + name + "': " + choice("configuration module", modules));
            }
        }
    }

    private List<String> modules(ModuleInfo.Kind kind) {
        return site.modules().modules().stream()
                .filter(module -> module.kind().equals(Optional.of(kind)))
                .map(ModuleInfo::name)
                .distinct()
                .toList();
    }

    private static void checkRetries(String value) {
        if (!NodeSettings.isRetries(value)) {
            throw new CommandFailure(
                    "'" + value + "' is not a number of failed boots after which a node waits: write 1 to "
                            + NodeSettings.MOST_RETRIES);
        }
    }

    private void checkCapsule(String name) {
        if (site.capsules().find(name).isEmpty()) {
            List<String> names = site.capsules().capsules().stream()
                    .map(capsule -> capsule.id().toString())
                    .toList();
            throw new CommandFailure("there is no capsule '" + name + "': " + choice("capsule", names));
        }
    }

    private void checkKernel(String release, Optional<String> capsule) {
        List<String> releases = site.capsules().capsules().stream()
                .filter(one -> capsule.isEmpty()
                        || capsule.get().equals(one.id().name())
                        || capsule.get().equals(one.id().toString()))
                .flatMap(one -> one.kernels().stream())
                .map(CapsuleKernel::release)
                .distinct()
                .toList();
        if (!releases.contains(release)) {
            throw new CommandFailure("there is no kernel '" + release + "'"
                    + capsule.map(name -> " in " + name).orElse(" in any capsule") + ": " + choice("kernel", releases));
        }
    }

    private static String choice(String noun, List<String> names) {
        return names.isEmpty() ? "no " + noun + " is installed" : "use one of " + String.join(", ", names);
    }
}
