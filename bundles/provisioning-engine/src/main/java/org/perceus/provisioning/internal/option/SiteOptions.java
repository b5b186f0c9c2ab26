package org.perceus.provisioning.internal.option;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.perceus.boot.DhcpOption;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.NodeSettings;

/** The DHCP options that the site gives: those of a network, and in their place those of a node, its group or all. Thread-safe. */
@Component(service = SiteOptions.class)
public final class SiteOptions {
    /** Each is the text of a network or of a setting that many nodes share. */
    private static final int REMEMBERED = 1_000;

    private final Map<String, List<DhcpOption>> read = new ConcurrentHashMap<>();

    /** Has read nothing. */
    @Activate
    public SiteOptions() {}

    /** Those of a machine in a network. */
    public List<DhcpOption> of(Optional<Node> node, Network network, RegistrySnapshot snapshot) {
        Optional<String> own = node.flatMap(one -> NodeSettings.of(one, snapshot, NodeSettings.DHCP_OPTIONS));
        if (own.isEmpty()) {
            return network.options().map(this::read).orElse(List.of());
        }
        Map<Integer, DhcpOption> all = new TreeMap<>();
        network.options().map(this::read).orElse(List.of()).forEach(option -> all.put(option.code(), option));
        read(own.get()).forEach(option -> all.put(option.code(), option));
        return List.copyOf(all.values());
    }

    /** What is wrong with the options of networks, a sentence each. */
    public static List<String> complaints(Collection<Network> networks) {
        List<String> all = new ArrayList<>();
        for (Network network : networks) {
            network.options()
                    .flatMap(OptionText.FORM::problem)
                    .ifPresent(problem -> all.add("the options of network " + network.name()
                            + " are not given, in etc/org.perceus.node.network-*.cfg: " + problem));
        }
        return all;
    }

    /** What is wrong as a whole is not given in parts. */
    private List<DhcpOption> read(String text) {
        if (read.size() >= REMEMBERED) {
            read.clear();
        }
        return read.computeIfAbsent(text, fresh -> OptionText.FORM.read(fresh).orElse(List.of()));
    }
}
