package org.perceus.node.internal.network;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.perceus.address.Ipv4Address;
import org.perceus.node.Network;

/**
 * Which addresses a node can have.
 *
 * @param networks the networks of the site
 * @param own the addresses of this server
 */
public record AddressRules(NetworkSet networks, Set<Ipv4Address> own) {
    /** Why no node can have an address, as a sentence. */
    public Optional<String> objection(Ipv4Address address) {
        String text = address.toString();
        Optional<Network> network = networks.containing(address);
        if (own.contains(address)) {
            return Optional.of(text + " is this server's own address: use another");
        }
        if (network.isEmpty()) {
            return Optional.of(text + " is in no provisioning network: " + known(networks));
        }
        if (!network.get().subnet().hasHost(address)) {
            return Optional.of(text + " is the lowest or highest address of "
                    + network.get().subnet() + ": use one between them");
        }
        if (network.get().router().equals(Optional.of(address))) {
            return Optional.of(
                    text + " is the router of network " + network.get().name() + ": use another");
        }
        return networks.all().stream()
                .filter(one -> one.nameServers().contains(address))
                .findFirst()
                .map(one -> text + " is a name server of network " + one.name() + ": use another");
    }

    /** Addresses that are never given to a node, wherever they are. */
    public Set<Ipv4Address> reserved() {
        Set<Ipv4Address> reserved = new HashSet<>(own);
        networks.all().forEach(network -> reserved.addAll(network.nameServers()));
        return reserved;
    }

    /** Which networks there are, or how to make one. */
    public static String known(NetworkSet networks) {
        if (networks.all().isEmpty()) {
            return "none is configured yet";
        }
        StringBuilder text = new StringBuilder("there is");
        String separator = " ";
        for (Network network : networks.all()) {
            text.append(separator).append(network.name()).append(' ').append(network.subnet());
            separator = ", ";
        }
        return text.toString();
    }
}
