package org.perceus.module.network;

import java.util.Optional;
import org.perceus.provisioning.spi.NetworkView;
import org.perceus.provisioning.spi.network.Addressing;
import org.perceus.provisioning.spi.network.Interface;
import org.perceus.provisioning.spi.network.InterfaceKind;
import org.perceus.provisioning.spi.network.Route;

/** What systemd-networkd does with an interface that is there (systemd.network(5)). */
final class NetworkUnit {
    private final NodeNetwork network;
    private final Interface one;
    private final StringBuilder text = new StringBuilder();

    private NetworkUnit(NodeNetwork network, Interface one) {
        this.network = network;
        this.one = one;
    }

    /** It is a part of another one, or has its addresses and routes. */
    static String managed(NodeNetwork network, Interface one) {
        NetworkUnit unit = new NetworkUnit(network, one);
        unit.match();
        unit.link();
        Optional<Interface> master = network.interfaces().masterOf(one.name());
        if (master.isPresent()) {
            unit.part(master.get());
        } else {
            unit.network();
            unit.routes();
        }
        return unit.text.toString();
    }

    /** Another program has it. */
    static String left(NodeNetwork network, Interface one) {
        NetworkUnit unit = new NetworkUnit(network, one);
        unit.match();
        return unit.text.append("\n[Link]\nUnmanaged=yes\n").toString();
    }

    private void match() {
        text.append("[Match]\n");
        boolean isCard = network.isCard(one);
        Optional<String> mac = isCard ? network.mac(one) : Optional.empty();
        if (mac.isPresent()) {
            // before systemd 245 the first of these lines alone is understood; the others keep out what has taken over
            // the card's MAC
            text.append("MACAddress=").append(mac.get());
            bondMac().filter(other -> !mac.get().equals(other)).ifPresent(other -> text.append(' ')
                    .append(other));
            text.append("\nPermanentMACAddress=").append(mac.get()).append('\n');
        } else {
            line("Name", one.name());
        }
        if (isCard) {
            line("Kind", "!*");
        }
    }

    /** What a card's own MAC becomes while it is in a bond. */
    private Optional<String> bondMac() {
        return network.interfaces()
                .masterOf(one.name())
                .filter(master -> master.kind() instanceof InterfaceKind.Bond)
                .flatMap(network::mac);
    }

    private void link() {
        if (one.mtu().isEmpty() && network.isHolder(one)) {
            return;
        }
        text.append("\n[Link]\n");
        one.mtu().ifPresent(mtu -> line("MTUBytes", String.valueOf(mtu)));
        if (!network.isHolder(one)) {
            line("RequiredForOnline", "no");
        }
    }

    private void part(Interface master) {
        text.append("\n[Network]\n");
        line(master.kind() instanceof InterfaceKind.Bond ? "Bond" : "Bridge", master.name());
        line("LinkLocalAddressing", "no");
        line("IPv6AcceptRA", "no");
    }

    private void network() {
        text.append("\n[Network]\n");
        network.addresses(one).forEach(address -> line("Address", address));
        if (network.isHolder(one)) {
            holder();
        } else {
            line("IPv6AcceptRA", "no");
        }
        if (one.addressing() instanceof Addressing.Dhcp) {
            line("DHCP", "ipv4");
        }
        if (one.kind() instanceof InterfaceKind.Bridge) {
            line("ConfigureWithoutCarrier", "yes");
        }
        network.interfaces().vlansOn(one.name()).forEach(vlan -> line("VLAN", vlan.name()));
    }

    private void holder() {
        NetworkView own = network.node().network();
        // a root over the network must not lose its address for a moment, neither at the start nor at the end
        line("KeepConfiguration", "static");
        network.gateway().ifPresent(gateway -> line("Gateway", gateway));
        own.nameServers().forEach(server -> line("DNS", server));
        own.domain().ifPresent(domain -> line("Domains", domain));
    }

    private void routes() {
        boolean asks = one.addressing() instanceof Addressing.Dhcp;
        for (Route route : network.routes(one)) {
            text.append("\n[Route]\n");
            line("Destination", route.destination());
            route.gateway().ifPresentOrElse(gateway -> line("Gateway", gateway), () -> line("Scope", "link"));
            // what the lease makes of the network is not known when the route is set
            if (asks && route.gateway().isPresent()) {
                line("GatewayOnLink", "yes");
            }
        }
        if (asks) {
            text.append("\n[DHCPv4]\n");
            line("UseRoutes", network.takesRouteOfLease(one) ? "yes" : "no");
            line("UseDNS", "no");
            line("UseHostname", "no");
        }
    }

    private void line(String key, String value) {
        text.append(key).append('=').append(value).append('\n');
    }
}
