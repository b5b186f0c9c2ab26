package org.perceus.vnfs.internal.examine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.perceus.vnfs.Finding;
import org.perceus.vnfs.NetworkConfigurator;

/** Services and settings that undo what a node is given. */
final class Meddlers implements Check {
    private static final List<String> SETTINGS_OF_NETWORK_MANAGER =
            List.of("etc/NetworkManager/conf.d", "usr/lib/NetworkManager/conf.d", "etc/NetworkManager");

    @Override
    public List<Finding> look(Subject root) throws IOException {
        List<Finding> findings = new ArrayList<>();
        boolean hasCloudInit = List.of("cloud-init", "cloud-init-local", "cloud-config", "cloud-init-main").stream()
                .anyMatch(root.services()::isEnabled);
        if (hasCloudInit && !root.view().has("etc/cloud/cloud-init.disabled")) {
            findings.add(Check.warning(
                    "cloud-init",
                    "it is enabled: it looks for a cloud that is not there, and may change host name, keys and network",
                    "make an empty file /etc/cloud/cloud-init.disabled in the root"));
        }
        if (root.network() == NetworkConfigurator.NETWORK_MANAGER) {
            noAutoDefault(root, findings);
        }
        return findings;
    }

    private static void noAutoDefault(Subject root, List<Finding> findings) throws IOException {
        for (String folder : SETTINGS_OF_NETWORK_MANAGER) {
            for (String path : root.view()
                    .paths(folder)
                    .filter(name -> name.endsWith(".conf"))
                    .toList()) {
                if (root.view().lines(path).stream().anyMatch(line -> line.matches("no-auto-default\\s*=\\s*\\*.*"))) {
                    findings.add(Check.warning(
                            "/" + path,
                            "no-auto-default: NetworkManager gives no card an address that has no profile",
                            "keep the module that writes the node's profile among its modules"));
                }
            }
        }
    }
}
