package org.perceus.doctor.check.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.site.DhcpMode;
import org.perceus.doctor.site.Segment;
import org.perceus.doctor.site.ServedInterface;
import org.perceus.doctor.wire.DhcpOffer;
import org.perceus.doctor.wire.Wire;

/** A boot server as another machine on its wire sees it. */
public final class ServerCheck implements Check {
    private final Segment segment;
    private final Ipv4 server;
    private final Wire wire;
    private final NodeView view;

    /** @param segment the device of this machine that is on the server's wire */
    public ServerCheck(Segment segment, Ipv4 server, Wire wire, NodeView view) {
        this.segment = segment;
        this.server = server;
        this.wire = wire;
        this.view = view;
    }

    @Override
    public String name() {
        return "server";
    }

    @Override
    public List<Finding> findings() throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        Map<Ipv4, DhcpOffer> others = new LinkedHashMap<>();
        wire.discover(segment.device(), EnumSet.allOf(Wire.Client.class))
                .values()
                .forEach(some -> some.forEach(offer -> others.merge(offer.server(), offer, DhcpOffer::orBooting)));
        Optional<DhcpOffer> own = Optional.ofNullable(others.remove(server));
        DhcpMode mode = mode(own, others.values());
        others.values().forEach(offer -> findings.add(stranger(offer, mode).finding()));
        findings.addAll(view.look(
                segment.device(),
                server,
                ServedInterface.usual(segment.device()).with(mode)));
        return findings;
    }

    /** What is done there by DHCP, as far as it is heard. */
    private DhcpMode mode(Optional<DhcpOffer> own, Collection<DhcpOffer> others) {
        if (own.isPresent()) {
            return own.get().isProxy() ? DhcpMode.PROXY : DhcpMode.FULL;
        }
        return others.stream()
                        .anyMatch(offer -> stranger(offer, DhcpMode.EXTERNAL).leadsHere())
                ? DhcpMode.EXTERNAL
                : DhcpMode.FULL;
    }

    private Stranger stranger(DhcpOffer offer, DhcpMode mode) {
        return new Stranger(offer, segment.device(), mode, Optional.of(server), segment.network());
    }
}
