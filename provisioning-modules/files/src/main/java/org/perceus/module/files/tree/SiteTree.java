package org.perceus.module.files.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;

/** All files of the site at one moment. Immutable. */
public final class SiteTree {
    private final Map<Scope, Layer> layers;
    private final Optional<String> obstacle;
    private final List<String> remarks;

    /**
     * @param layers the files of each scope
     * @param obstacle why no node at all can have them
     * @param remarks what is wrong and concerns no node
     */
    SiteTree(Map<Scope, Layer> layers, Optional<String> obstacle, List<String> remarks) {
        this.layers = Map.copyOf(layers);
        this.obstacle = obstacle;
        this.remarks = List.copyOf(remarks);
    }

    /** A site without files. */
    static SiteTree empty() {
        return new SiteTree(Map.of(), Optional.empty(), List.of());
    }

    /** A site whose files cannot be had. */
    static SiteTree behind(String obstacle) {
        return new SiteTree(Map.of(), Optional.of(obstacle), List.of());
    }

    /**
     * What a node gets, in the order of the paths: of several scopes that have a path, or something below it that the other
     * has no room for, the last.
     *
     * @throws ProvisioningException when a scope of the node has a problem
     */
    public Collection<SiteEntry> entries(NodeView node) throws ProvisioningException {
        if (obstacle.isPresent()) {
            throw new ProvisioningException(obstacle.get());
        }
        SortedMap<String, SiteEntry> laid = new TreeMap<>();
        for (Scope scope : Scope.of(node)) {
            Layer layer = layers.get(scope);
            if (layer != null) {
                if (!layer.problems().isEmpty()) {
                    throw new ProvisioningException(layer.problems().get(0));
                }
                layer.entries().forEach(entry -> lay(entry, laid));
            }
        }
        return laid.values();
    }

    /** All that is wrong with it. */
    public List<String> problems() {
        Stream<String> ofLayers = layers.values().stream()
                .flatMap(layer -> layer.problems().stream())
                .sorted();
        return Stream.of(obstacle.stream(), ofLayers, remarks.stream())
                .flatMap(all -> all)
                .toList();
    }

    /** How many files, links and folders it has. */
    public int size() {
        return layers.values().stream()
                .mapToInt(layer -> layer.entries().size())
                .sum();
    }

    private static void lay(SiteEntry entry, SortedMap<String, SiteEntry> laid) {
        String path = entry.path();
        if (!entry.isFolder()) {
            new ArrayList<>(laid.subMap(path + "/", path + "0").keySet()).forEach(laid::remove);
        }
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            laid.computeIfPresent(path.substring(0, slash), (above, other) -> other.isFolder() ? other : null);
        }
        laid.put(path, entry);
    }
}
