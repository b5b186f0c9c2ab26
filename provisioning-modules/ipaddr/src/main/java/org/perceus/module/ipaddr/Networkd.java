package org.perceus.module.ipaddr;

import org.perceus.provisioning.spi.InitSystem;
import org.perceus.provisioning.spi.NetworkView;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;

/** systemd-networkd. */
final class Networkd implements CardManager {
    // the first file that matches counts, and netplan calls its files 10-netplan-…
    private static final String FILE = "/etc/systemd/network/00-perceus.network";
    private static final String DROP_INS = "10-perceus.network.d";
    private static final String UNIT = "/lib/systemd/system/systemd-networkd.service";
    private static final String WANTED = "/etc/systemd/system/multi-user.target.wants/systemd-networkd.service";

    @Override
    public void manage(NodeView node, NodeScript.Builder script) {
        script.writeFile(FILE, "644", match(node.mac()) + addresses(node.network()))
                .linkFile(DROP_INS, FILE + ".d")
                .linkFile(UNIT, WANTED);
    }

    @Override
    public void leave(NodeView node, NodeScript.Builder script) {
        if (node.capsule().initSystem() == InitSystem.SYSTEMD) {
            script.writeFile(FILE, "644", match(node.mac()) + "\n[Link]\nUnmanaged=yes\n");
        }
    }

    /** Before systemd 245 the first of these lines alone is understood; the others keep out what has taken over the card's MAC. */
    private static String match(String mac) {
        return "[Match]\nMACAddress=" + mac + "\nPermanentMACAddress=" + mac + "\nKind=!*\n";
    }

    private static String addresses(NetworkView network) {
        StringBuilder unit = new StringBuilder("\n[Network]\nAddress=").append(network.address());
        unit.append('/').append(network.prefixLength());
        // a root over the network must not lose its address for a moment, neither at the start nor at the end
        unit.append("\nKeepConfiguration=static\n");
        network.gateway()
                .ifPresent(gateway -> unit.append("Gateway=").append(gateway).append('\n'));
        network.nameServers()
                .forEach(server -> unit.append("DNS=").append(server).append('\n'));
        network.domain()
                .ifPresent(domain -> unit.append("Domains=").append(domain).append('\n'));
        return unit.toString();
    }
}
