package org.perceus.module.network;

import org.perceus.provisioning.spi.InitSystem;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.network.Interface;

/** systemd-networkd. */
final class Networkd implements InterfaceManager {
    // the first file that matches counts, netplan calls its files 10-netplan-…, and those of other interfaces, whose
    // MAC may be
    // the boot card's, come before this one
    private static final String FILE = "/etc/systemd/network/00-perceus";
    private static final String NETWORK = ".network";
    private static final String DROP_INS = "10-perceus.network.d";
    private static final String UNIT = "/lib/systemd/system/systemd-networkd.service";
    private static final String WANTED = "/etc/systemd/system/multi-user.target.wants/systemd-networkd.service";

    @Override
    public void manage(NodeNetwork network, NodeScript.Builder script) {
        for (Interface one : network.interfaces().all()) {
            NetDev.of(network, one).ifPresent(text -> script.writeFile(file(network, one) + ".netdev", "644", text));
            script.writeFile(file(network, one) + NETWORK, "644", NetworkUnit.managed(network, one));
        }
        script.linkFile(DROP_INS, FILE + NETWORK + ".d").linkFile(UNIT, WANTED);
    }

    @Override
    public void leave(NodeNetwork network, NodeScript.Builder script) {
        if (network.node().capsule().initSystem() == InitSystem.SYSTEMD) {
            for (Interface one : network.interfaces().all()) {
                script.writeFile(file(network, one) + NETWORK, "644", NetworkUnit.left(network, one));
            }
        }
    }

    private static String file(NodeNetwork network, Interface one) {
        return network.isBoot(one) ? FILE : FILE + "-" + one.name();
    }
}
