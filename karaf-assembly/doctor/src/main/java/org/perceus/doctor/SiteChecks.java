package org.perceus.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.check.host.ClockCheck;
import org.perceus.doctor.check.host.JavaCheck;
import org.perceus.doctor.check.host.LimitsCheck;
import org.perceus.doctor.check.host.NtpServers;
import org.perceus.doctor.check.host.SpaceCheck;
import org.perceus.doctor.check.link.DeviceCheck;
import org.perceus.doctor.check.link.FirewallCheck;
import org.perceus.doctor.check.link.ModeCheck;
import org.perceus.doctor.check.link.MtuCheck;
import org.perceus.doctor.check.link.PortsCheck;
import org.perceus.doctor.check.link.SpanningTreeCheck;
import org.perceus.doctor.check.network.AddressesCheck;
import org.perceus.doctor.check.network.DhcpCheck;
import org.perceus.doctor.check.network.FilesCheck;
import org.perceus.doctor.check.network.NetworkFetcher;
import org.perceus.doctor.check.network.NodeView;
import org.perceus.doctor.check.network.ServerCheck;
import org.perceus.doctor.check.site.CapsulesCheck;
import org.perceus.doctor.check.site.ConfigurationCheck;
import org.perceus.doctor.check.site.ContainerCheck;
import org.perceus.doctor.check.site.NfsCheck;
import org.perceus.doctor.check.site.PerceusOsCheck;
import org.perceus.doctor.check.site.PoolCheck;
import org.perceus.doctor.check.site.RelayCheck;
import org.perceus.doctor.site.Configuration;
import org.perceus.doctor.site.Container;
import org.perceus.doctor.site.Instance;
import org.perceus.doctor.site.Segment;
import org.perceus.doctor.site.Segments;
import org.perceus.doctor.site.Site;
import org.perceus.doctor.system.Commands;
import org.perceus.doctor.system.KernelFiles;
import org.perceus.doctor.system.Link;
import org.perceus.doctor.system.Links;
import org.perceus.doctor.wire.KernelClock;
import org.perceus.doctor.wire.LocalPorts;
import org.perceus.doctor.wire.OwnNetwork;
import org.perceus.doctor.wire.Wire;

/** Which checks there are. */
final class SiteChecks {
    private static final int NTP = 123;

    private final Options options;
    private final Progress progress;
    private final Commands commands;
    private final Wire wire;
    private final KernelFiles files = new KernelFiles(Path.of("/"));
    private final Links links;
    private final NodeView view;

    SiteChecks(Options options, Progress progress, Commands commands, Wire wire) {
        this.options = options;
        this.progress = progress;
        this.commands = commands;
        this.wire = wire;
        this.links = new Links(commands);
        this.view = new NodeView(wire, new NetworkFetcher());
    }

    /** @throws IOException with a sentence when not even devices can be listed */
    List<Check> all() throws IOException, InterruptedException {
        Site site = new Configuration(Instance.ofLauncher()).read();
        List<Link> devices = links.all();
        if (options.server().isPresent()) {
            Segment segment = Segments.of(site, devices, Optional.of(device())).get(0);
            return List.of(new ServerCheck(segment, options.server().get(), wire, view));
        }
        Container container = new Container(commands, site);
        List<Segment> wanted = Segments.of(site, devices, options.device());
        List<Check> checks = new ArrayList<>();
        machine(checks, site);
        installation(checks, site, container, devices, wanted);
        for (Segment segment : wanted) {
            segment(checks, site, container, segment);
        }
        return checks;
    }

    private void machine(List<Check> checks, Site site) {
        checks.add(new JavaCheck(Runtime.version(), System.getProperty("java.home")));
        checks.add(new SpaceCheck(
                List.of(site.instance().data().toAbsolutePath(), site.vnfsFolder()),
                folder -> Files.getFileStore(folder).getUsableSpace()));
        checks.add(new LimitsCheck(files, site));
        checks.add(new ClockCheck(
                new KernelClock(),
                options.ntp().isEmpty() ? NtpServers.configured(files) : options.ntp(),
                new NtpServers(NTP)));
    }

    private void installation(
            List<Check> checks, Site site, Container container, List<Link> devices, List<Segment> wanted) {
        checks.add(new ConfigurationCheck(site, wanted));
        checks.add(new ContainerCheck(container, site.instance()));
        checks.add(new PoolCheck(site, devices));
        checks.add(new RelayCheck(site, Segments.of(site, devices, Optional.empty()), links));
        checks.add(new PerceusOsCheck(site.perceusOs()));
        checks.add(new CapsulesCheck(
                site.vnfsFolder(),
                site.instance().data().resolve("module"),
                site.perceusOs(),
                site.instance().home().resolve("bin"),
                options.quick(),
                how -> progress.at("capsules", how)));
        checks.add(new NfsCheck(files, site.method()));
    }

    private void segment(List<Check> checks, Site site, Container container, Segment segment) {
        checks.add(new DeviceCheck(segment, site));
        checks.add(new ModeCheck(segment, site.instance()));
        checks.add(new MtuCheck(segment, links));
        checks.add(new SpanningTreeCheck(segment, wire));
        checks.add(new FirewallCheck(segment, commands, files));
        checks.add(new PortsCheck(segment, container, new LocalPorts()));
        checks.add(new DhcpCheck(segment, container, wire));
        checks.add(new AddressesCheck(segment, container, wire));
        checks.add(new FilesCheck(segment, container, wire, new OwnNetwork(commands), view));
    }

    private String device() throws IOException, InterruptedException {
        if (options.device().isPresent()) {
            return options.device().get();
        }
        String route = links.route(options.server().get())
                .orElseThrow(() -> new IOException("there is no route to "
                        + options.server().get() + ": give this machine an address on its wire"));
        if (route.startsWith("local ")) {
            throw new IOException(options.server().get()
                    + " is an address of this machine: call this on another machine of its wire");
        }
        return route.replaceFirst(".* dev (\\S+).*", "$1");
    }
}
