package org.perceus.node.internal.registry;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** The sources of networks in the order in which they came: of two networks that overlap, the first one counts. */
final class NetworkSources {
    private final Set<NetworkSource> sources = new LinkedHashSet<>();
    private final Consumer<NetworkSet> changed;
    private final Consumer<String> complaints;
    private Set<String> complained = Set.of();

    /**
     * @param changed gets the networks whenever they may have changed
     * @param complaints gets a sentence for each network that is left out, once
     */
    NetworkSources(Consumer<NetworkSet> changed, Consumer<String> complaints) {
        this.changed = changed;
        this.complaints = complaints;
    }

    synchronized void add(NetworkSource source) {
        sources.add(source);
        refresh();
    }

    synchronized void remove(NetworkSource source) {
        sources.remove(source);
        refresh();
    }

    synchronized void refresh() {
        Set<String> heard = new HashSet<>();
        NetworkSet networks = new NetworkSet(
                sources.stream().flatMap(source -> source.network().stream()).toList(), heard::add);
        heard.stream().filter(complaint -> !complained.contains(complaint)).forEach(complaints);
        complained = heard;
        changed.accept(networks);
    }
}
