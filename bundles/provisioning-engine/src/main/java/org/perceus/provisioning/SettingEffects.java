package org.perceus.provisioning;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;

/**
 * Which of the settings that somebody reads matter to a node, by the method and the modules that it gets. Immutable.
 *
 * @param settings all that somebody reads
 * @param methods names of the modules among the readers that are methods
 * @param defaultMethod the method of nodes for which no setting names one
 * @param defaultModules the configuration modules of nodes for which no setting names any
 */
public record SettingEffects(
        List<DeclaredSetting> settings, Set<String> methods, String defaultMethod, List<String> defaultModules) {
    /** Copies the collections. */
    public SettingEffects {
        settings = List.copyOf(settings);
        methods = Set.copyOf(methods);
        defaultModules = List.copyOf(defaultModules);
    }

    /** What is said while nobody knows which settings there are: nothing. */
    public static SettingEffects unknown() {
        return new SettingEffects(List.of(), Set.of(), "", List.of());
    }

    /** What holds for a node of all that neither it nor its group nor the site sets. */
    public SortedMap<SettingKey, String> defaults(Node node, RegistrySnapshot registry) {
        SortedMap<SettingKey, String> defaults = new TreeMap<>();
        if (!settings.isEmpty()) {
            defaults.put(NodeSettings.METHOD, defaultMethod);
            defaults.put(NodeSettings.MODULES, String.join(",", defaultModules));
        }
        Set<String> readers = readers(node, registry);
        settings.stream().filter(setting -> readers.contains(setting.reader())).forEach(setting -> setting.standard()
                .ifPresent(value -> defaults.put(setting.key(), value)));
        defaults.keySet().removeAll(registry.settings(node).keySet());
        return Collections.unmodifiableSortedMap(defaults);
    }

    /** Why settings of a node have no effect on it as it is, by their keys: the rest of a sentence that begins with the setting. */
    public SortedMap<SettingKey, String> idle(Node node, RegistrySnapshot registry) {
        Set<String> given = readers(node, registry);
        SortedMap<SettingKey, String> idle = new TreeMap<>();
        for (SettingKey key : registry.settings(node).keySet()) {
            List<String> readers = settings.stream()
                    .filter(setting -> setting.key().equals(key))
                    .map(DeclaredSetting::reader)
                    .toList();
            if (!readers.isEmpty() && Collections.disjoint(readers, given)) {
                idle.put(key, reason(readers, method(node, registry)));
            }
        }
        return Collections.unmodifiableSortedMap(idle);
    }

    private String reason(List<String> readers, String method) {
        String names = readers.stream().sorted().collect(Collectors.joining(" or "));
        return methods.containsAll(readers)
                ? "is read by the method " + names + ", and the method here is " + method
                : "is read by the module " + names + ", which the setting modules leaves out";
    }

    private Set<String> readers(Node node, RegistrySnapshot registry) {
        Set<String> readers = new HashSet<>(registry.setting(node, NodeSettings.MODULES)
                .map(NodeSettings::names)
                .orElse(defaultModules));
        readers.add(DeclaredSetting.PERCEUS);
        readers.add(method(node, registry));
        return readers;
    }

    private String method(Node node, RegistrySnapshot registry) {
        return registry.setting(node, NodeSettings.METHOD).orElse(defaultMethod);
    }
}
