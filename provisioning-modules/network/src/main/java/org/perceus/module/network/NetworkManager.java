package org.perceus.module.network;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.perceus.provisioning.spi.InitSystem;
import org.perceus.provisioning.spi.NodeScript;
import org.perceus.provisioning.spi.network.Interface;

/** NetworkManager. */
final class NetworkManager implements InterfaceManager {
    private static final String PROFILES = "/etc/NetworkManager/system-connections/perceus";
    private static final String SETTINGS = "/etc/NetworkManager/conf.d/90-perceus.conf";
    // a list of nothing but exceptions means all others
    private static final String NO_CARD = "interface-name:perceus-none";
    private static final String UNIT = "/lib/systemd/system/NetworkManager.service";
    private static final String WANTED = "/etc/systemd/system/multi-user.target.wants/NetworkManager.service";

    @Override
    public void manage(NodeNetwork network, NodeScript.Builder script) {
        for (Interface one : network.interfaces().all()) {
            String name = network.isBoot(one) ? "" : "-" + one.name();
            script.writeFile(PROFILES + name + ".nmconnection", "600", KeyFile.of(network, one));
        }
        script.writeFile(SETTINGS, "644", unmanaged(NO_CARD + ";" + each(network, device -> "except:" + device)));
        if (network.node().capsule().initSystem() == InitSystem.SYSTEMD) {
            script.linkFile(UNIT, WANTED);
        }
    }

    @Override
    public void leave(NodeNetwork network, NodeScript.Builder script) {
        script.writeFile(SETTINGS, "644", unmanaged(each(network, Function.identity())));
    }

    private static String unmanaged(String cards) {
        return "[keyfile]\nunmanaged-devices+=" + cards + "\n";
    }

    private static String each(NodeNetwork network, Function<String, String> form) {
        return network.interfaces().all().stream()
                .map(one -> device(network, one))
                .map(form)
                .collect(Collectors.joining(";"));
    }

    private static String device(NodeNetwork network, Interface one) {
        return network.mac(one)
                .filter(mac -> network.isCard(one))
                .map(mac -> "mac:" + mac)
                .orElse("interface-name:" + one.name());
    }
}
