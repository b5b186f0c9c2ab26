package org.perceus.provisioning.spi.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.perceus.provisioning.spi.NodeSetting;
import org.perceus.provisioning.spi.NodeView;
import org.perceus.provisioning.spi.ProvisioningException;
import org.perceus.provisioning.spi.RegisteredNode;
import org.perceus.provisioning.spi.SettingForm;

/** The interfaces of nodes by the setting {@code interfaces}. */
public final class NodeInterfaces {
    /** The setting. */
    public static final NodeSetting<Interfaces> SETTING = NodeSetting.of(
                    "interfaces",
                    SettingForm.explained(
                            "entries, separated by semicolons, such as eth1 mac=52:54:00:12:34:56 address=10.20.0.5/24 mtu=9000; bond0 bond=boot,eth2; bond0.12 vlan=12 on=bond0 dhcp",
                            List.of(),
                            InterfaceReader::read),
                    "network interfaces of the node beside its boot card, and bonds, bridges and VLANs over them and over it, which is called boot")
            .sharedUnless(SharedInterfaces::objection);

    private static final int LONGEST_LABEL = 63;

    private NodeInterfaces() {}

    /**
     * Those of a node; the boot card alone where nothing was said.
     *
     * @throws ProvisioningException when the setting is not of its form
     */
    public static Interfaces of(NodeView node) throws ProvisioningException {
        return SETTING.of(node).orElse(Interfaces.NONE);
    }

    /**
     * The names of a node and their addresses: its host name first, then a name for each interface with addresses that are known.
     * What is wrong in a node's setting gives no names; what would be no DNS label is left out.
     */
    public static List<HostAddress> hostAddresses(RegisteredNode node) {
        return hostAddresses(
                node.name(), node.address(), Optional.ofNullable(node.settings().get(SETTING.name())));
    }

    /** The same of the node that a module renders for, without looking for it among all nodes. */
    public static List<HostAddress> hostAddresses(NodeView node) {
        return hostAddresses(node.name(), Optional.of(node.network().address()), node.setting(SETTING.name()));
    }

    private static List<HostAddress> hostAddresses(String name, Optional<String> boot, Optional<String> setting) {
        List<HostAddress> all = new ArrayList<>();
        boot.ifPresent(address -> all.add(new HostAddress(name, address)));
        setting.flatMap(SETTING.form()::read).orElse(Interfaces.NONE).all().forEach(one -> one.addresses().stream()
                .flatMap(address -> address.of(name, boot).stream())
                .forEach(address -> all.add(new HostAddress(label(name, one), address))));
        all.removeIf(host -> host.name().length() > LONGEST_LABEL || host.name().endsWith("-"));
        return List.copyOf(all);
    }

    private static String label(String node, Interface one) {
        return node + "-" + one.name().toLowerCase(Locale.ROOT).replaceAll("[._]", "-");
    }
}
