package org.perceus.vnfs.internal.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.perceus.vnfs.NetworkConfigurator;
import org.perceus.vnfs.internal.services.Services;
import org.perceus.vnfs.internal.source.RootView;

/**
 * A program that can configure network cards, as a root has it. Immutable.
 *
 * @param kind which it is
 * @param name its name for people
 * @param service the name of its service
 * @param installed whether it is in the root
 * @param enabled whether the root starts it
 * @param masked whether the root forbids it
 */
record Manager(
        NetworkConfigurator kind, String name, String service, boolean installed, boolean enabled, boolean masked) {
    private static final Pattern BY_NETWORK_MANAGER = Pattern.compile("(?m)^[ \\t]*renderer:\\s*['\"]?NetworkManager");

    boolean usable() {
        return installed && !masked;
    }

    /** All that are in a root: NetworkManager first where several are enabled, as it takes every card that it finds. */
    static List<Manager> of(RootView root, Services services) throws IOException {
        Manager networkd =
                service(NetworkConfigurator.NETWORKD, "systemd-networkd", List.of("systemd-networkd"), services);
        Manager networkManager = service(
                NetworkConfigurator.NETWORK_MANAGER,
                "NetworkManager",
                List.of("NetworkManager", "networkmanager", "network-manager"),
                services);
        Manager ifupdown = ifupdown(root, services);
        Optional<NetworkConfigurator> rendered = netplan(root);
        List<Manager> managers = new ArrayList<>();
        if (rendered.isPresent()) {
            // what netplan writes for is started by it, enabled or not
            managers.add((rendered.get() == NetworkConfigurator.NETWORKD ? networkd : networkManager).started());
        } else if (networkManager.enabled()) {
            managers.add(networkManager);
        }
        managers.add(networkd);
        managers.add(networkManager);
        managers.add(ifupdown);
        return managers.stream().filter(Manager::installed).distinct().toList();
    }

    private Manager started() {
        return new Manager(kind, name, service, installed, usable(), masked);
    }

    private static Manager service(NetworkConfigurator kind, String name, List<String> names, Services services) {
        return new Manager(
                kind,
                name,
                names.get(0),
                names.stream().anyMatch(services::isInstalled),
                names.stream().anyMatch(services::isEnabled),
                services.isMasked(names.get(0)));
    }

    private static Manager ifupdown(RootView root, Services services) {
        boolean installed = (root.has("sbin/ifup") || root.has("usr/sbin/ifup")) && root.hasFolder("etc/network");
        Manager networking = service(NetworkConfigurator.IFUPDOWN, "ifupdown", List.of("networking"), services);
        return new Manager(
                networking.kind(),
                networking.name(),
                networking.service(),
                installed,
                installed && networking.enabled(),
                networking.masked());
    }

    private static Optional<NetworkConfigurator> netplan(RootView root) throws IOException {
        if (!root.has("usr/sbin/netplan")
                && !root.has("usr/libexec/netplan/generate")
                && !root.has("lib/netplan/generate")) {
            return Optional.empty();
        }
        Optional<NetworkConfigurator> found = Optional.empty();
        for (String folder : List.of("etc/netplan", "usr/lib/netplan", "lib/netplan")) {
            for (String path :
                    root.paths(folder).filter(name -> name.endsWith(".yaml")).toList()) {
                if (BY_NETWORK_MANAGER.matcher(root.text(path).orElse("")).find()) {
                    return Optional.of(NetworkConfigurator.NETWORK_MANAGER);
                }
                found = Optional.of(NetworkConfigurator.NETWORKD);
            }
        }
        return found;
    }
}
