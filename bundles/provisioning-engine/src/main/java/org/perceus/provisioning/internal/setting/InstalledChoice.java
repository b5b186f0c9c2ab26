package org.perceus.provisioning.internal.setting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.perceus.module.ModuleInfo;
import org.perceus.module.ModuleInventory;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.NodeSettings;
import org.perceus.vnfs.CapsuleKernel;
import org.perceus.vnfs.CapsuleLibrary;

/** What settings can name: the capsules with their kernels, and the modules. Thread-safe. */
final class InstalledChoice {
    /** Modules of Perceus 1.x, and one of ours that has another name now, with what to use. */
    private static final Map<String, String> FORMER_MODULES = Map.of(
            "ipaddr", "use network",
            "modprobe", "use drivers",
            "hostfile", "use hosts",
            "passwdfile", "use files",
            "groupfile", "use files",
            "stateful", "use the method stateful-disk");

    private final CapsuleLibrary capsules;
    private final ModuleInventory modules;

    InstalledChoice(CapsuleLibrary capsules, ModuleInventory modules) {
        this.capsules = capsules;
        this.modules = modules;
    }

    /** Why what values name is not there, by their keys. */
    SortedMap<SettingKey, String> objections(Map<SettingKey, String> values) {
        Optional<String> capsule = Optional.ofNullable(values.get(NodeSettings.CAPSULE));
        SortedMap<SettingKey, String> objections = new TreeMap<>();
        values.forEach(
                (key, value) -> {
                    Optional<String> objection = Optional.empty();
                    if (key.equals(NodeSettings.CAPSULE)) {
                        objection = ofCapsule(value);
                    } else if (key.equals(NodeSettings.KERNEL)) {
                        objection = ofKernel(value, capsule);
                    } else if (key.equals(NodeSettings.METHOD)) {
                        objection = ofModule(value, ModuleInfo.Kind.METHOD, "provisioning method", "method");
                    } else if (key.equals(NodeSettings.MODULES)) {
                        objection = NodeSettings.names(value).stream()
                                .flatMap(name -> ofModule(
                                        name,
                                        ModuleInfo.Kind.CONFIGURATION,
                                        "configuration module",
                                        "configuration module")
                                        .stream())
                                .findFirst();
                    }
                    objection.ifPresent(sentence -> objections.put(key, sentence));
                });
        return objections;
    }

    private Optional<String> ofCapsule(String name) {
        return capsules.find(name).isPresent()
                ? Optional.empty()
                : Optional.of("there is no capsule '" + name + "': "
                        + choice(
                                "capsule",
                                capsules.capsules().stream()
                                        .map(capsule -> capsule.id().toString())
                                        .toList()));
    }

    private Optional<String> ofKernel(String release, Optional<String> capsule) {
        List<String> releases = capsules.capsules().stream()
                .filter(one -> capsule.isEmpty()
                        || capsule.get().equals(one.id().name())
                        || capsule.get().equals(one.id().toString()))
                .flatMap(one -> one.kernels().stream())
                .map(CapsuleKernel::release)
                .distinct()
                .toList();
        return releases.contains(release)
                ? Optional.empty()
                : Optional.of("there is no kernel '" + release + "'"
                        + capsule.map(name -> " in " + name).orElse(" in any capsule") + ": "
                        + choice("kernel", releases));
    }

    private Optional<String> ofModule(String name, ModuleInfo.Kind kind, String noun, String choice) {
        List<String> names = modules.modules().stream()
                .filter(module -> module.kind().equals(Optional.of(kind)))
                .map(ModuleInfo::name)
                .distinct()
                .toList();
        return names.contains(name)
                ? Optional.empty()
                : Optional.of("there is no " + noun + " '" + name + "': "
                        + Optional.ofNullable(FORMER_MODULES.get(name)).orElseGet(() -> choice(choice, names)));
    }

    private static String choice(String noun, List<String> names) {
        return names.isEmpty() ? "no " + noun + " is installed" : "use one of " + String.join(", ", names);
    }
}
