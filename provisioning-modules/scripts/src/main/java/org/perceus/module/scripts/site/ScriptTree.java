package org.perceus.module.scripts.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.StateScript.State;

/**
 * All scripts of the site at one moment. Immutable.
 *
 * @param scripts by where they are
 * @param problems why the nodes of a place cannot have its scripts
 * @param strays what no node gets, in a sentence each
 * @param limit the sentence of a bound that was reached: then no node can have its scripts
 */
public record ScriptTree(
        Map<Place, List<SiteScript>> scripts,
        Map<Place, String> problems,
        List<String> strays,
        Optional<String> limit) {
    private static final int MOST_COMPLAINTS = 10;

    /**
     * Where scripts are.
     *
     * @param state when they run
     * @param scope for which nodes
     */
    public record Place(State state, Scope scope) {}

    /** Copies the collections. */
    public ScriptTree {
        scripts = Map.copyOf(scripts);
        problems = Map.copyOf(problems);
        strays = List.copyOf(strays);
    }

    /** The tree of a site that has none. */
    public static ScriptTree empty() {
        return new ScriptTree(Map.of(), Map.of(), List.of(), Optional.empty());
    }

    /** The states that there are scripts for, in their order. */
    public List<State> states() {
        return Stream.of(scripts.keySet(), problems.keySet())
                .flatMap(Set::stream)
                .map(Place::state)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * What a node runs in a state, in order.
     *
     * @throws ProvisioningException with the first problem of a place that the node has scripts of
     */
    public List<SiteScript> of(NodeView node, State state) throws ProvisioningException {
        if (limit.isPresent()) {
            throw new ProvisioningException(limit.get());
        }
        Map<String, SiteScript> chosen = new TreeMap<>();
        for (Scope scope : Scope.of(node)) {
            Place place = new Place(state, scope);
            if (problems.containsKey(place)) {
                throw new ProvisioningException(problems.get(place));
            }
            scripts.getOrDefault(place, List.of()).forEach(script -> chosen.put(script.name(), script));
        }
        return chosen.values().stream().filter(script -> !script.isOff()).toList();
    }

    /** What is wrong with it, in a sentence each; not all when there is much. */
    public List<String> complaints() {
        return Stream.of(limit.stream(), problems.values().stream().sorted(), strays.stream())
                .flatMap(sentences -> sentences)
                .limit(MOST_COMPLAINTS)
                .toList();
    }
}
