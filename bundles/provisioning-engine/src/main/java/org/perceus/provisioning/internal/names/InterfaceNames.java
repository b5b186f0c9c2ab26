package org.perceus.provisioning.internal.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.address.Ipv4Address;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.HardwareInventory;
import org.perceus.provisioning.internal.script.SiteNodes;
import org.perceus.provisioning.spi.network.HostAddress;
import org.perceus.provisioning.spi.network.NodeInterfaces;

/**
 * The names of what nodes have beside their boot cards, in the domains of the nodes. Immutable.
 *
 * @param hosts by label
 * @param labels by address; that which the first node has by it
 */
record InterfaceNames(Map<String, Host> hosts, Map<Ipv4Address, Host> labels) {
    private static final SettingKey KEY = new SettingKey(NodeInterfaces.SETTING.name());

    /** Names do not depend on it. */
    private static final HardwareInventory NO_HARDWARE = mac -> Optional.empty();

    /** None. */
    static final InterfaceNames NONE = new InterfaceNames(Map.of(), Map.of());

    /**
     * An interface with a name.
     *
     * @param label its name
     * @param domain of its node
     * @param addresses all that it has
     */
    record Host(String label, Optional<String> domain, List<Ipv4Address> addresses) {}

    /** Those of all nodes, which takes a while when there are many. */
    static InterfaceNames of(RegistrySnapshot snapshot) {
        Map<String, Host> hosts = new HashMap<>();
        Map<Ipv4Address, Host> labels = new HashMap<>();
        for (Node node : snapshot.nodes()) {
            if (snapshot.setting(node, KEY).isPresent()) {
                Optional<String> domain =
                        node.address().flatMap(snapshot::network).flatMap(Network::domain);
                for (HostAddress named : NodeInterfaces.hostAddresses(SiteNodes.view(node, snapshot, NO_HARDWARE))) {
                    add(named, domain, hosts, labels);
                }
            }
        }
        return new InterfaceNames(hosts, labels);
    }

    private static void add(
            HostAddress named, Optional<String> domain, Map<String, Host> hosts, Map<Ipv4Address, Host> labels) {
        Ipv4Address address = Ipv4Address.parse(named.address());
        Host host = hosts.computeIfAbsent(named.name(), label -> new Host(label, domain, new ArrayList<>()));
        host.addresses().add(address);
        labels.putIfAbsent(address, host);
    }
}
