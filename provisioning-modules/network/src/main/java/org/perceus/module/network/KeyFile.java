package org.perceus.module.network;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.perceus.provisioning.spi.NetworkView;
import org.perceus.provisioning.spi.network.Addressing;
import org.perceus.provisioning.spi.network.Interface;
import org.perceus.provisioning.spi.network.InterfaceKind;
import org.perceus.provisioning.spi.network.Route;

/** A profile of NetworkManager (nm-settings-keyfile(5)). */
final class KeyFile {
    private final NodeNetwork network;
    private final Interface one;
    private final StringBuilder text = new StringBuilder();

    private KeyFile(NodeNetwork network, Interface one) {
        this.network = network;
        this.one = one;
    }

    static String of(NodeNetwork network, Interface one) {
        KeyFile file = new KeyFile(network, one);
        file.connection();
        file.ethernet();
        file.kind();
        if (network.interfaces().masterOf(one.name()).isEmpty()) {
            file.ipv4();
            file.section("ipv6");
            file.line("method", network.isHolder(one) ? "auto" : "link-local");
        }
        return file.text.toString();
    }

    private void connection() {
        text.append("[connection]\n");
        line("id", network.isBoot(one) ? "perceus" : "perceus-" + one.name());
        line("uuid", uuid(one));
        line("type", type(one));
        if (network.mac(one).isEmpty() || !network.isCard(one)) {
            line("interface-name", one.name());
        }
        // of several profiles for one card the one with the highest priority counts, and 999 is the highest there is
        line("autoconnect", "true");
        line("autoconnect-priority", "999");
        line("autoconnect-retries", "0");
        if (one.kind() instanceof InterfaceKind.Bond || one.kind() instanceof InterfaceKind.Bridge) {
            line("autoconnect-slaves", "1");
        }
        network.interfaces().masterOf(one.name()).ifPresent(master -> {
            line("master", uuid(master));
            line("slave-type", type(master));
        });
    }

    private void ethernet() {
        Optional<String> mac = network.mac(one);
        if (mac.isPresent() || one.mtu().isPresent()) {
            section("ethernet");
            mac.ifPresent(address -> line(network.isCard(one) ? "mac-address" : "cloned-mac-address", address));
            one.mtu().ifPresent(mtu -> line("mtu", String.valueOf(mtu)));
        }
    }

    private void kind() {
        if (one.kind() instanceof InterfaceKind.Bond bond) {
            section("bond");
            line("mode", bond.mode().word());
            line("miimon", "100");
        } else if (one.kind() instanceof InterfaceKind.Vlan vlan) {
            section("vlan");
            line("id", String.valueOf(vlan.id()));
            line("parent", uuid(network.interfaces().find(vlan.parent()).orElseThrow()));
        } else if (one.kind() instanceof InterfaceKind.Bridge) {
            section("bridge");
            line("stp", "false");
            // a bridge that waits to learn would keep the node from its server
            line("forward-delay", "0");
        }
    }

    private void ipv4() {
        section("ipv4");
        boolean asks = one.addressing() instanceof Addressing.Dhcp;
        List<String> addresses = network.addresses(one);
        line("method", asks ? "auto" : addresses.isEmpty() ? "disabled" : "manual");
        for (int i = 0; i < addresses.size(); i++) {
            String gateway = network.isHolder(one) && i == 0
                    ? network.gateway().map(router -> "," + router).orElse("")
                    : "";
            line("address" + (i + 1), addresses.get(i) + gateway);
        }
        if (asks) {
            lease();
        }
        int number = 0;
        for (Route route : network.routes(one)) {
            number++;
            line(
                    "route" + number,
                    route.destination()
                            + route.gateway().map(router -> "," + router).orElse(""));
        }
        if (network.isHolder(one)) {
            names();
        }
    }

    private void lease() {
        boolean takesRoutes = network.takesRouteOfLease(one);
        line("ignore-auto-routes", String.valueOf(!takesRoutes));
        line(
                "never-default",
                String.valueOf(!takesRoutes && one.routes().stream().noneMatch(Route::isDefault)));
        line("ignore-auto-dns", "true");
    }

    private void names() {
        NetworkView own = network.node().network();
        if (!own.nameServers().isEmpty()) {
            line("dns", String.join(";", own.nameServers()) + ";");
        }
        own.domain().ifPresent(domain -> line("dns-search", domain + ";"));
    }

    private static String type(Interface one) {
        return one.kind() instanceof InterfaceKind.Bond
                ? "bond"
                : one.kind() instanceof InterfaceKind.Vlan
                        ? "vlan"
                        : one.kind() instanceof InterfaceKind.Bridge ? "bridge" : "ethernet";
    }

    private String uuid(Interface whose) {
        String name = "perceus " + network.node().mac() + (network.isBoot(whose) ? "" : " " + whose.name());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII)).toString();
    }

    private void section(String name) {
        text.append("\n[").append(name).append("]\n");
    }

    private void line(String key, String value) {
        text.append(key).append('=').append(value).append('\n');
    }
}
