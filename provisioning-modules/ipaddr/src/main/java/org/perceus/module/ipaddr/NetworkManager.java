package org.perceus.module.ipaddr;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.perceus.provisioning.spi.InitSystem;
import org.perceus.provisioning.spi.NetworkView;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.NodeView;

/** NetworkManager. */
final class NetworkManager implements CardManager {
    private static final String PROFILE = "/etc/NetworkManager/system-connections/perceus.nmconnection";
    private static final String SETTINGS = "/etc/NetworkManager/conf.d/90-perceus.conf";
    // a list of nothing but exceptions means all others
    private static final String NO_CARD = "interface-name:perceus-none";
    private static final String UNIT = "/lib/systemd/system/NetworkManager.service";
    private static final String WANTED = "/etc/systemd/system/multi-user.target.wants/NetworkManager.service";

    @Override
    public void manage(NodeView node, NodeScript.Builder script) {
        script.writeFile(PROFILE, "600", profile(node))
                .writeFile(SETTINGS, "644", unmanaged(NO_CARD + ";except:mac:" + node.mac()));
        if (node.capsule().initSystem() == InitSystem.SYSTEMD) {
            script.linkFile(UNIT, WANTED);
        }
    }

    @Override
    public void leave(NodeView node, NodeScript.Builder script) {
        script.writeFile(SETTINGS, "644", unmanaged("mac:" + node.mac()));
    }

    private static String unmanaged(String cards) {
        return "[keyfile]\nunmanaged-devices+=" + cards + "\n";
    }

    private static String profile(NodeView node) {
        UUID uuid = UUID.nameUUIDFromBytes(("perceus " + node.mac()).getBytes(StandardCharsets.US_ASCII));
        // of several profiles for one card the one with the highest priority counts, and 999 is the highest there is
        return "[connection]\nid=perceus\nuuid=" + uuid
                + "\ntype=ethernet\nautoconnect=true\nautoconnect-priority=999\nautoconnect-retries=0\n"
                + "\n[ethernet]\nmac-address=" + node.mac() + "\n"
                + addresses(node.network())
                + "\n[ipv6]\nmethod=auto\n";
    }

    private static String addresses(NetworkView network) {
        StringBuilder section = new StringBuilder("\n[ipv4]\nmethod=manual\naddress1=").append(network.address());
        section.append('/').append(network.prefixLength());
        network.gateway().ifPresent(gateway -> section.append(',').append(gateway));
        section.append('\n');
        if (!network.nameServers().isEmpty()) {
            section.append("dns=")
                    .append(String.join(";", network.nameServers()))
                    .append(";\n");
        }
        network.domain()
                .ifPresent(
                        domain -> section.append("dns-search=").append(domain).append(";\n"));
        return section.toString();
    }
}
