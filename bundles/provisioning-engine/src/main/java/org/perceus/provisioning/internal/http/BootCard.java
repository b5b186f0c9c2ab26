package org.perceus.provisioning.internal.http;

import java.util.Optional;
import org.perceus.address.VlanId;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.NodeSettings;

/**
 * The card that a machine boots by. Immutable.
 *
 * @param mac its MAC, or what iPXE replaces by it
 * @param vlan the number of the VLAN by whose tag it is reached, or a name that ends in a hyphen and that number; empty, or a name
 *     without a hyphen, when its frames have no tag; or what iPXE replaces by one of these
 */
record BootCard(String mac, String vlan) {
    /** What iPXE calls that by which it boots: a VLAN on its first card is {@code net0-12}. */
    private static final String OF_IPXE = "${netX/ifname}";

    /** What the kernel is told of it. */
    String arguments() {
        return "perceus.mac=" + mac + (vlan.isEmpty() ? "" : " perceus.vlan=" + vlan);
    }

    /** The same as the end of a path. */
    String path() {
        return mac + (vlan.isEmpty() ? "" : "/" + vlan);
    }

    /** That of a stranger, of which iPXE tells. */
    static BootCard ofStranger(MacAddress mac) {
        return new BootCard(mac.toString(), OF_IPXE);
    }

    /** That of a node, of which iPXE tells what the registry does not. */
    static BootCard toldByIpxe(Node node, RegistrySnapshot snapshot) {
        String mac = node.cards().isEmpty() ? node.mac().toString() : "${netX/mac}";
        return new BootCard(mac, vlan(node, snapshot, OF_IPXE));
    }

    /**
     * That of a node which says it itself.
     *
     * @param mac one that the node does not have counts for nothing
     * @param vlan what is set for the node comes before it
     */
    static BootCard told(Node node, RegistrySnapshot snapshot, Optional<MacAddress> mac, String vlan) {
        return new BootCard(mac.filter(node::has).orElse(node.mac()).toString(), vlan(node, snapshot, vlan));
    }

    private static String vlan(Node node, RegistrySnapshot snapshot, String told) {
        return NodeSettings.bootVlan(node, snapshot).map(VlanId::toString).orElse(told);
    }
}
