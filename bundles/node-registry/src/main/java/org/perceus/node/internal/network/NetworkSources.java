package org.perceus.node.internal.network;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** The sources of networks in the order in which they came: of two networks that overlap, the first one counts. */
public final class NetworkSources {
    private final Set<NetworkSource> sources = new LinkedHashSet<>();
    private final Consumer<NetworkSet> changed;
    private final Consumer<String> complaints;
    private Set<String> complained = Set.of();

    /**
     * @param changed gets the networks whenever they may have changed
     * @param complaints gets a sentence for each network that is left out, once
     */
    public NetworkSources(Consumer<NetworkSet> changed, Consumer<String> complaints) {
        this.changed = changed;
        this.complaints = complaints;
    }

    public synchronized void add(NetworkSource source) {
        sources.add(source);
        refresh();
    }

    public synchronized void remove(NetworkSource source) {
        sources.remove(source);
        refresh();
    }

    public synchronized void refresh() {
        Set<String> heard = new HashSet<>();
        NetworkSet networks = new NetworkSet(
                sources.stream().flatMap(source -> source.network().stream()).toList(), heard::add);
        heard.stream().filter(complaint -> !complained.contains(complaint)).forEach(complaints);
        complained = heard;
        changed.accept(networks);
    }
}
