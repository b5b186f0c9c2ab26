package org.perceus.module.network;

import java.util.Optional;
import org.perceus.provisioning.spi.network.Interface;
import org.perceus.provisioning.spi.network.InterfaceKind;

/** An interface that systemd-networkd makes (systemd.netdev(5)). */
final class NetDev {
    private NetDev() {}

    /** The file, for what is no card. */
    static Optional<String> of(NodeNetwork network, Interface one) {
        String mac =
                network.mac(one).map(address -> "MACAddress=" + address + "\n").orElse("");
        return properties(one.kind())
                .map(properties -> "[NetDev]\nName=" + one.name() + "\nKind=" + properties.kind + "\n" + mac + "\n["
                        + properties.section + "]\n" + properties.lines);
    }

    private static Optional<Properties> properties(InterfaceKind kind) {
        if (kind instanceof InterfaceKind.Bond bond) {
            return Optional.of(
                    new Properties("bond", "Bond", "Mode=" + bond.mode().word() + "\nMIIMonitorSec=100ms\n"));
        } else if (kind instanceof InterfaceKind.Vlan vlan) {
            return Optional.of(new Properties("vlan", "VLAN", "Id=" + vlan.id() + "\n"));
        } else if (kind instanceof InterfaceKind.Bridge) {
            // a bridge that waits to learn would keep the node from its server
            return Optional.of(new Properties("bridge", "Bridge", "STP=no\nForwardDelaySec=10ms\n"));
        }
        return Optional.empty();
    }

    private record Properties(String kind, String section, String lines) {}
}
