package org.perceus.shell.internal.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.perceus.boot.ServingInterface;
import org.perceus.node.Network;
import org.perceus.node.RegistrySnapshot;
import org.perceus.shell.internal.completion.DialectWords;
import org.perceus.shell.internal.dhcp.Dialect;
import org.perceus.shell.internal.dhcp.ExternalServer;
import org.perceus.shell.internal.dhcp.Reservation;
import org.perceus.shell.internal.screen.CommandFailure;
import org.perceus.shell.internal.screen.Screen;
import org.perceus.shell.internal.site.Site;

/** {@code perceus dhcp config}. */
@Service
@Command(
        scope = "perceus",
        name = "dhcp-config",
        description =
                "Prints what another DHCP server has to be told, so that it gives the addresses and sends machines here")
public final class DhcpConfig extends SiteAction {
    @Option(
            name = "--interface",
            description =
                    "The provisioning interface that machines reach this server by; needed where there are several",
            valueToShowInHelp = "")
    private String device = "";

    @Argument(name = "server", description = "kea, dhcpd or dnsmasq", required = true)
    @Completion(DialectWords.class)
    private String server = "";

    @Override
    void run(Site site, Screen screen) {
        Dialect dialect = Dialect.find(server)
                .orElseThrow(() -> CommandFailure.usage("'" + server + "' is not a DHCP server that is known here: use "
                        + Arrays.stream(Dialect.values()).map(Dialect::word).collect(Collectors.joining(", "))));
        ServingInterface serving = serving(site);
        RegistrySnapshot snapshot = site.registry().snapshot();
        Network network = snapshot.network(serving.address())
                .orElseThrow(() -> new CommandFailure("no network has " + serving.address() + " of " + serving.device()
                        + ": configure one in etc/org.perceus.node.network-NAME.cfg"));
        List<Reservation> reservations = snapshot.nodes().stream()
                .flatMap(node -> Reservation.of(node, network.subnet()))
                .toList();
        ExternalServer external = new ExternalServer(
                serving.address(), serving.server(), site.bootPrograms().programs(), reservations);
        if (external.programs().isEmpty()) {
            throw new CommandFailure(
                    "no Perceus OS is installed, so there is nothing to boot: see docs/getting-started.md");
        }
        dialect.lines(external).forEach(screen.out()::println);
    }

    private ServingInterface serving(Site site) {
        List<ServingInterface> all = site.interfaces();
        String names = all.stream().map(ServingInterface::device).collect(Collectors.joining(", "));
        if (all.isEmpty()) {
            throw new CommandFailure("no provisioning interface is up: see 'perceus info'");
        }
        if (device.isEmpty() && all.size() > 1) {
            throw CommandFailure.usage("there are several interfaces: say which, by --interface (" + names + ")");
        }
        Optional<ServingInterface> found = all.stream()
                .filter(one -> device.isEmpty() || one.device().equals(device))
                .findFirst();
        return found.orElseThrow(
                () -> new CommandFailure("there is no provisioning interface '" + device + "': use " + names));
    }
}
