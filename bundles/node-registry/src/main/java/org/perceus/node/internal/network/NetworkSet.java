package org.perceus.node.internal.network;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.perceus.address.Ipv4Address;
import org.perceus.address.Subnet;
import org.perceus.node.Network;

/** The networks of the site, none of which overlap. Immutable. */
public final class NetworkSet {
    private final TreeMap<Long, Network> byBase = new TreeMap<>();
    private final List<Network> all;

    /**
     * Takes the networks in their order; one that has the name of an earlier one or overlaps it is left out.
     *
     * @param complaints gets a sentence for each that is left out
     */
    public NetworkSet(Collection<Network> networks, Consumer<String> complaints) {
        for (Network network : networks) {
            Optional<Network> rival = byBase.values().stream()
                    .filter(other -> other.name().equals(network.name()) || overlap(other.subnet(), network.subnet()))
                    .findFirst();
            rival.ifPresentOrElse(
                    other -> complaints.accept(complaint(network, other)),
                    () -> byBase.put(network.subnet().base().number(), network));
        }
        this.all = byBase.values().stream()
                .sorted(Comparator.comparing(Network::name))
                .toList();
    }

    public static NetworkSet empty() {
        return new NetworkSet(List.of(), complaint -> {});
    }

    /** In the order of their names. */
    public List<Network> all() {
        return all;
    }

    public Optional<Network> containing(Ipv4Address address) {
        return Optional.ofNullable(byBase.floorEntry(address.number()))
                .map(entry -> entry.getValue())
                .filter(network -> network.subnet().contains(address));
    }

    private static boolean overlap(Subnet one, Subnet other) {
        return one.contains(other.base()) || other.contains(one.base());
    }

    private static String complaint(Network network, Network rival) {
        return network.name().equals(rival.name())
                ? "A second network is named " + network.name() + " and is left out: give it a name of its own"
                : "Network " + network.name() + " is left out: its subnet " + network.subnet() + " overlaps "
                        + rival.subnet() + " of network " + rival.name();
    }
}
