package org.perceus.module.network;

import org.perceus.provisioning.spi.network.Addressing;
import org.perceus.provisioning.spi.network.Interface;
import org.perceus.provisioning.spi.network.InterfaceKind;

/** What the service of Perceus reads: a line for each thing to do, in the order in which it can be done. */
final class InterfaceTable {
    private static final String NONE = "-";

    private final NodeNetwork network;
    private final StringBuilder lines = new StringBuilder();

    private InterfaceTable(NodeNetwork network) {
        this.network = network;
    }

    /** All that the node shall have beside an address of its boot card; empty when that is nothing. */
    static String whole(NodeNetwork network) {
        if (network.interfaces().isPlain()) {
            return "";
        }
        InterfaceTable table = new InterfaceTable(network);
        network.interfaces().all().forEach(table::make);
        if (!network.isHolder(network.boot())) {
            table.line("holder", network.holder().name());
        }
        network.interfaces().all().forEach(table::address);
        network.interfaces().all().forEach(table::route);
        return table.lines.toString();
    }

    /** Only what cards shall be called; empty when that is nothing. */
    static String names(NodeNetwork network) {
        InterfaceTable table = new InterfaceTable(network);
        network.interfaces().all().stream()
                .filter(one -> one.kind() instanceof InterfaceKind.Card card
                        && card.mac().isPresent())
                .forEach(table::create);
        return table.lines.toString();
    }

    private void make(Interface one) {
        create(one);
        one.mtu().ifPresent(mtu -> line("mtu", one.name(), String.valueOf(mtu)));
        if (network.interfaces().masterOf(one.name()).isEmpty() && !isGivenAnAddressEarly(one)) {
            line("up", one.name());
        }
    }

    private boolean isGivenAnAddressEarly(Interface one) {
        return network.isBoot(one) && network.isHolder(one);
    }

    private void create(Interface one) {
        String mac = network.mac(one).orElse(NONE);
        String below = String.join(" ", one.kind().below());
        if (one.kind() instanceof InterfaceKind.Card) {
            line("card", one.name(), mac);
        } else if (one.kind() instanceof InterfaceKind.Bond bond) {
            line("bond", one.name(), bond.mode().word(), mac, below);
        } else if (one.kind() instanceof InterfaceKind.Vlan vlan) {
            line("vlan", one.name(), String.valueOf(vlan.id()), below);
        } else if (one.kind() instanceof InterfaceKind.Bridge) {
            line("bridge", one.name(), mac, below);
        }
    }

    private void address(Interface one) {
        network.addresses().get(one.name()).forEach(address -> line("address", one.name(), address));
        if (one.addressing() instanceof Addressing.Dhcp) {
            line("lease", one.name(), network.takesRouteOfLease(one) ? "default" : "");
        }
    }

    private void route(Interface one) {
        network.routes(one)
                .forEach(route -> line(
                        "route",
                        one.name(),
                        route.destination(),
                        route.gateway().orElse("")));
    }

    private void line(String... words) {
        lines.append(String.join(" ", words).strip()).append('\n');
    }
}
