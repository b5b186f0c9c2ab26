package org.perceus.doctor.check.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.address.Mac;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.site.Container;
import org.perceus.doctor.site.Segment;
import org.perceus.doctor.system.Link;
import org.perceus.doctor.wire.DhcpOffer;
import org.perceus.doctor.wire.Wire;

/** Who answers machines that look for a DHCP server: firmware of each kind that boots, and any other machine. */
public final class DhcpCheck implements Check {
    private final Segment segment;
    private final Container container;
    private final Wire wire;

    public DhcpCheck(Segment segment, Container container, Wire wire) {
        this.segment = segment;
        this.container = container;
        this.wire = wire;
    }

    @Override
    public String name() {
        return "dhcp";
    }

    @Override
    public List<Finding> findings() throws IOException, InterruptedException {
        String device = segment.device();
        if (segment.link().filter(Link::up).isEmpty()) {
            return List.of(Finding.note("no DHCP server was looked for, as " + device + " is not up"));
        }
        Map<Source, DhcpOffer> offers = new LinkedHashMap<>();
        wire.discover(device, EnumSet.allOf(Wire.Client.class))
                .values()
                .forEach(some -> some.forEach(
                        offer -> offers.merge(new Source(offer.server(), offer.card()), offer, DhcpOffer::orBooting)));
        Optional<DhcpOffer> own = offers.values().stream().filter(this::isOurs).findFirst();
        List<DhcpOffer> others =
                offers.values().stream().filter(offer -> !isOurs(offer)).toList();
        List<Finding> findings = new ArrayList<>();
        others.forEach(offer -> findings.add(
                new Stranger(offer, device, segment.mode(), segment.address(), segment.network()).finding()));
        missing(others).ifPresent(findings::add);
        findings.addAll(ours(own, findings.isEmpty()));
        return findings;
    }

    /** Another machine may have this server's address. */
    private record Source(Ipv4 server, Mac card) {}

    private boolean isOurs(DhcpOffer offer) {
        return offer.own() && segment.address().equals(Optional.of(offer.server()));
    }

    /** Who is to give the addresses. */
    private Optional<Finding> missing(List<DhcpOffer> others) {
        if (segment.mode().givesAddresses() || !others.stream().allMatch(DhcpOffer::isProxy)) {
            return Optional.empty();
        }
        return Optional.of(Finding.problem("no DHCP server gives addresses on " + segment.device()
                        + ", and dhcp = " + segment.mode()
                        + " leaves them to another: start that one, or set dhcp = full in "
                        + segment.served().file() + " and give the network a pool")
                .with("tcpdump -nei " + segment.device() + " udp port 67 or udp port 68"));
    }

    private List<Finding> ours(Optional<DhcpOffer> own, boolean alone) throws IOException, InterruptedException {
        String device = segment.device();
        if (own.isPresent()) {
            return List.of(Finding.ok("this server answers a DHCPDISCOVER on " + device + " with "
                    + (own.get().isProxy() ? "no address" : own.get().address().toString())
                    + (own.get().file().isEmpty()
                            ? ""
                            : " and the boot program " + own.get().file())
                    + (alone ? ", and no other does" : "")));
        }
        if (segment.configured() && segment.mode().answers() && container.info().isPresent()) {
            return List.of(Finding.problem("the container runs and does not answer a DHCPDISCOVER on " + device)
                    .with("perceus stranger list"));
        }
        return alone ? List.of(Finding.ok("no DHCP server answers a DHCPDISCOVER on " + device)) : List.of();
    }
}
