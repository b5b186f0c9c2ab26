package org.perceus.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.node.Network;
import org.perceus.shell.internal.node.NetworkReport;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus network list}. */
@Service
@Command(scope = "perceus", name = "network-list", description = "Lists provisioning networks with their address pools")
public final class NetworkList extends SiteAction {
    @Option(name = "--json", description = "Print JSON instead of a table")
    private boolean json;

    @Override
    void run(Site site, Screen screen) {
        List<Network> networks = site.registry().snapshot().networks();
        if (json) {
            screen.print(NetworkReport.json(networks, site.nameServers()));
        } else {
            screen.print(
                    NetworkReport.table(networks, site.nameServers()),
                    "no network is configured: no node can get an address");
        }
    }
}
