package org.perceus.module.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.network.Interface;
import org.perceus.provisioning.spi.network.InterfaceAddress;
import org.perceus.provisioning.spi.network.InterfaceAddress.Follows;
import org.perceus.provisioning.spi.network.InterfaceKind;
import org.perceus.provisioning.spi.network.Interfaces;
import org.perceus.provisioning.spi.network.NodeInterfaces;
import org.perceus.provisioning.spi.network.Route;

/**
 * The interfaces of one node, with its own addresses.
 *
 * @param node whose
 * @param interfaces what was said of them
 * @param addresses with the lengths of their prefixes, by the names of the interfaces
 */
record NodeNetwork(NodeView node, Interfaces interfaces, Map<String, List<String>> addresses) {
    static NodeNetwork of(NodeView node) throws ProvisioningException {
        OptionalInt vlan = node.network().vlan();
        Interfaces said = NodeInterfaces.of(node);
        Interfaces interfaces = vlan.isPresent() ? BootVlan.on(said, vlan.getAsInt()) : said;
        Map<String, List<String>> addresses = new HashMap<>();
        for (Interface one : interfaces.all()) {
            if (one.kind() instanceof InterfaceKind.Card card && card.mac().equals(Optional.of(node.mac()))) {
                throw new ProvisioningException("the setting interfaces has " + one.name()
                        + " for the card that the node is booted by: call it boot");
            }
            addresses.put(one.name(), resolve(one, node));
        }
        NodeNetwork network = new NodeNetwork(node, interfaces, Map.copyOf(addresses));
        network.keepRoot();
        return network;
    }

    private static List<String> resolve(Interface one, NodeView node) throws ProvisioningException {
        String own = node.network().address();
        List<String> addresses = new ArrayList<>();
        for (InterfaceAddress rule : one.addresses()) {
            Optional<String> address = rule.of(node.name(), Optional.of(own))
                    .filter(found -> rule.fits(own, node.network().prefixLength()));
            if (address.isEmpty() || address.get().equals(own)) {
                throw new ProvisioningException("the setting interfaces has " + rule + " for " + one.name()
                        + ", which gives "
                        + node.name() + " with " + own + "/" + node.network().prefixLength()
                        + " no address of its own: use a network with room for it");
            }
            addresses.add(address.get() + "/" + rule.prefixLength());
        }
        return List.copyOf(addresses);
    }

    /** A card is off while it becomes a part of another interface, and whatever is on it stands still or is lost. */
    private void keepRoot() throws ProvisioningException {
        Optional<Interface> master = interfaces.masterOf(Interface.BOOT);
        if (master.isPresent() && hasRootOverNetwork()) {
            throw new ProvisioningException(
                    "the setting interfaces makes the boot card a part of "
                            + master.get().name()
                            + ", and the node has its root over that card: leave boot out of it, or use a method that has the root in RAM or on a disk");
        }
    }

    /** A method that has the root unpacked on the server lets nodes read it there. */
    private boolean hasRootOverNetwork() {
        try {
            return !node.tree().isEmpty();
        } catch (ProvisioningException e) {
            return false;
        }
    }

    Interface boot() {
        return interfaces.find(Interface.BOOT).orElseThrow();
    }

    /** All but the boot card. */
    List<Interface> others() {
        return interfaces.all().stream().filter(one -> !isBoot(one)).toList();
    }

    boolean isBoot(Interface one) {
        return one.kind() instanceof InterfaceKind.Boot;
    }

    /** Whether it is there without being made. */
    boolean isCard(Interface one) {
        return isBoot(one) || one.kind() instanceof InterfaceKind.Card;
    }

    /** What has the node's address on the provisioning network. */
    Interface holder() {
        OptionalInt vlan = node.network().vlan();
        return vlan.isPresent()
                ? interfaces.find(BootVlan.name(vlan.getAsInt())).orElseThrow()
                : interfaces.holder();
    }

    /** Whether it is that. */
    boolean isHolder(Interface one) {
        return one.equals(holder());
    }

    /** The node's address on the provisioning network. */
    String ownAddress() {
        return node.network().address() + "/" + node.network().prefixLength();
    }

    /** Those of an interface, the node's own one first. */
    List<String> addresses(Interface one) {
        List<String> all = new ArrayList<>(isHolder(one) ? List.of(ownAddress()) : List.of());
        all.addAll(addresses.get(one.name()));
        return all;
    }

    /** The router of the provisioning network, unless everything goes another way. */
    Optional<String> gateway() {
        return hasDefaultRoute() ? Optional.empty() : node.network().gateway();
    }

    /** Whether everything goes to the router that a lease of this interface names. */
    boolean takesRouteOfLease(Interface one) {
        return one.routes().stream().anyMatch(NodeNetwork::isOfLease);
    }

    private static boolean isOfLease(Route route) {
        return route.isDefault() && route.gateway().isEmpty();
    }

    /** Those of an interface, but for that by {@link #gateway} and that of a lease. */
    List<Route> routes(Interface one) {
        List<Route> routes = new ArrayList<>(one.routes());
        routes.removeIf(NodeNetwork::isOfLease);
        if (isHolder(one) && hasDefaultRoute()) {
            serverRoute().ifPresent(routes::add);
        }
        return routes;
    }

    private boolean hasDefaultRoute() {
        return interfaces.all().stream().flatMap(one -> one.routes().stream()).anyMatch(Route::isDefault);
    }

    /** A server behind the router is reached by it, wherever all else goes. */
    private Optional<Route> serverRoute() {
        InterfaceAddress own =
                new InterfaceAddress(node.network().address(), node.network().prefixLength(), Follows.NOTHING);
        return node.network()
                .gateway()
                .filter(gateway -> !own.reaches(node.serverAddress()))
                .map(gateway -> new Route(node.serverAddress() + "/32", Optional.of(gateway)));
    }

    /** The MAC that an interface has for good or shall have, as far as it is known here. */
    Optional<String> mac(Interface one) {
        if (isBoot(one)) {
            return Optional.of(node.mac());
        }
        if (one.kind() instanceof InterfaceKind.Card card) {
            return card.mac();
        }
        if (one.kind() instanceof InterfaceKind.Vlan) {
            return Optional.empty();
        }
        // the server knows the node by it
        if (isHolder(one) || one.kind().below().contains(Interface.BOOT)) {
            return Optional.of(node.mac());
        }
        return one.kind() instanceof InterfaceKind.Bond bond
                ? interfaces.find(bond.below().get(0)).flatMap(this::mac)
                : Optional.empty();
    }
}
