package org.perceus.doctor.check.link;

import java.util.List;
import org.perceus.doctor.address.AddressRange;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.site.Instance;
import org.perceus.doctor.site.NodeNetwork;
import org.perceus.doctor.site.Segment;

/** Whether what the device's file says of DHCP and what the network's says of addresses fit together. */
public final class ModeCheck implements Check {
    private final Segment segment;
    private final Instance instance;

    public ModeCheck(Segment segment, Instance instance) {
        this.segment = segment;
        this.instance = instance;
    }

    @Override
    public String name() {
        return "mode";
    }

    @Override
    public List<Finding> findings() {
        if (!segment.configured() || segment.network().isEmpty()) {
            return List.of(Finding.note("who gives addresses on " + segment.device()
                    + " is not certain until it is configured, with a network"));
        }
        NodeNetwork network = segment.network().get();
        boolean gives = segment.mode().givesAddresses();
        return List.of(network.pool()
                .map(pool -> gives ? ofPool(pool) : pooled(network, pool))
                .orElseGet(() -> gives ? poolless(network) : ofAnother()));
    }

    private Finding ofPool(AddressRange pool) {
        return Finding.ok(
                "this server gives addresses on " + segment.device() + ", of " + pool + ", and says what to boot");
    }

    private Finding pooled(NodeNetwork network, AddressRange pool) {
        return Finding.problem("network " + network.name() + " has the pool " + pool + ", and with dhcp = "
                        + segment.mode() + " on " + segment.device()
                        + " another DHCP server gives the addresses: take the line pool out of " + network.file())
                .with(edit(network.file()));
    }

    private Finding poolless(NodeNetwork network) {
        return Finding.warning("network " + network.name() + " has no pool, and with dhcp = full on " + segment.device()
                        + " only nodes that were given an address get one: add a pool to " + network.file()
                        + ", or leave addresses to another server by dhcp = proxy in "
                        + segment.served().file())
                .with(edit(network.file()));
    }

    private Finding ofAnother() {
        String addresses = "another DHCP server gives addresses on " + segment.device();
        return segment.mode().answers()
                ? Finding.ok(addresses + ", and this server says what to boot")
                : Finding.ok(addresses + " and says what to boot, by lines that this server prints")
                        .with("perceus dhcp config kea|dhcpd|dnsmasq");
    }

    private String edit(String file) {
        return "${EDITOR:-vi} " + instance.etc().resolve(file.replaceFirst("^etc/", ""));
    }
}
