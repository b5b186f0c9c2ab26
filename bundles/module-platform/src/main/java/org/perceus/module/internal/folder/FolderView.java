package org.perceus.module.internal.folder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is in the modules folder at one moment. Immutable.
 *
 * @param files what is known of each jar by its file name; empty for one that is being written
 * @param disabled the modules that are disabled, with the reasons that were given
 */
public record FolderView(Map<String, Optional<Inspection>> files, Map<String, String> disabled) {
    private static final Comparator<ModuleJar> NEWEST =
            Comparator.comparing(ModuleJar::version).thenComparing(ModuleJar::file);

    /** Copies the maps. */
    public FolderView {
        files = Map.copyOf(files);
        disabled = Map.copyOf(disabled);
    }

    /** The jars that are fit for this container. */
    public List<ModuleJar> jars() {
        List<ModuleJar> jars = new ArrayList<>();
        files.values()
                .forEach(file -> file.ifPresent(inspection -> {
                    if (inspection instanceof Inspection.Accepted accepted) {
                        jars.add(accepted.jar());
                    }
                }));
        return jars;
    }

    /** The jars of each bundle, those with higher versions first, by symbolic name. */
    public Map<String, List<ModuleJar>> versions() {
        return jars().stream()
                .sorted(NEWEST.reversed())
                .collect(Collectors.groupingBy(ModuleJar::bundle, TreeMap::new, Collectors.toList()));
    }

    /** Of each bundle the jar with the highest version, by symbolic name. */
    public Map<String, ModuleJar> newest() {
        Map<String, ModuleJar> newest = new TreeMap<>();
        versions().forEach((bundle, jars) -> newest.put(bundle, jars.get(0)));
        return newest;
    }

    /** The jars with a module of a name. */
    public List<ModuleJar> jarsOf(String name) {
        return jars().stream().filter(jar -> jar.names().contains(name)).toList();
    }

    public boolean isDisabled(List<String> names) {
        return names.stream().anyMatch(disabled::containsKey);
    }
}
