package org.perceus.doctor.check.link;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.site.NodeNetwork;
import org.perceus.doctor.site.Segment;
import org.perceus.doctor.site.Site;
import org.perceus.doctor.system.Link;

/** Whether the device is there, on, has its cable, and an address in a network of the nodes. */
public final class DeviceCheck implements Check {
    private final Segment segment;
    private final Site site;

    public DeviceCheck(Segment segment, Site site) {
        this.segment = segment;
        this.site = site;
    }

    @Override
    public String name() {
        return "device";
    }

    @Override
    public List<Finding> findings() throws IOException, InterruptedException {
        String device = segment.device();
        if (segment.link().isEmpty()) {
            return List.of(Finding.problem("there is no device " + device).with("ip -br link"));
        }
        Link link = segment.link().get();
        if (!link.up()) {
            return List.of(Finding.problem(device + " is switched off").with("ip link set " + device + " up"));
        }
        List<Finding> findings = new ArrayList<>();
        if (!link.carrier()) {
            findings.add(Finding.problem(device + (link.isBridge() ? " has no port with a carrier" : " has no carrier")
                            + ": nothing is at the other end of its cable")
                    .with(link.isBridge() ? "ip link show master " + device : "ethtool " + device));
        }
        if (segment.address().isEmpty()) {
            findings.add(addressless(device));
        } else if (segment.network().isEmpty()) {
            findings.add(Finding.problem("no network for nodes is configured that "
                            + segment.address().get() + " of " + device + " is in")
                    .with("cp "
                            + site.instance().home().resolve("etc/org.perceus.node.network-provisioning.cfg.example")
                            + " " + site.instance().etc().resolve("org.perceus.node.network-" + device + ".cfg")));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok(device + " is up with " + segment.address().get() + ", in network "
                    + segment.network().get().name()));
        }
        return findings;
    }

    private Finding addressless(String device) {
        String wanted = segment.wanted()
                .map(address ->
                        "the address " + address + " that " + segment.served().file() + " names")
                .orElse("an IPv4 address");
        String address = segment.wanted()
                .or(() -> site.networks().stream()
                        .flatMap(network -> network.router().stream())
                        .findFirst())
                .map(Object::toString)
                .orElse("ADDRESS");
        String length = site.networks().stream()
                .map(NodeNetwork::prefix)
                .map(prefix -> prefix.substring(prefix.indexOf('/') + 1))
                .findFirst()
                .orElse("24");
        return Finding.problem(device + " does not have " + wanted + ", so nothing is served there")
                .with("ip addr add " + address + "/" + length + " dev " + device);
    }
}
