package org.perceus.doctor.check.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.site.NodeNetwork;
import org.perceus.doctor.site.Segment;
import org.perceus.doctor.site.Site;
import org.perceus.doctor.system.Links;

/** Networks that this server is not in itself: a relay has to bring their questions, and a route the answers. */
public final class RelayCheck implements Check {
    private final Site site;
    private final List<Segment> segments;
    private final Links links;

    /** @param segments all that are served */
    public RelayCheck(Site site, List<Segment> segments, Links links) {
        this.site = site;
        this.segments = segments;
        this.links = links;
    }

    @Override
    public String name() {
        return "relays";
    }

    @Override
    public List<Finding> findings() throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (NodeNetwork network : site.networks()) {
            if (segments.stream().noneMatch(one -> one.network().equals(Optional.of(network)))) {
                findings.add(relayed(network));
            }
        }
        if (!findings.isEmpty()) {
            return findings;
        }
        return List.of(
                site.networks().isEmpty()
                        ? Finding.note("there is no network yet that could need a relay")
                        : Finding.ok("a device of this server is in each network, so no relay is needed"));
    }

    private Finding relayed(NodeNetwork network) throws IOException, InterruptedException {
        String server = segments.stream()
                .flatMap(one -> one.address().stream())
                .map(Ipv4::toString)
                .findFirst()
                .orElse("this server");
        String sentence =
                "no served device has an address in network " + network.name() + " (" + network.prefix() + ")";
        Ipv4 gateway = network.router().orElseGet(network::anAddress);
        Optional<String> route = links.route(gateway);
        if (route.isEmpty()) {
            return Finding.problem(sentence + ", and there is no route to it, so no answer reaches a relay there")
                    .with("ip route add " + network.prefix() + " via ROUTER");
        }
        return Finding.note(sentence + ", so the router of that network has to relay DHCP to " + server
                        + (network.pool().isPresent()
                                ? ""
                                : " beside the server that gives the addresses there, unless that one says what to boot")
                        + "; it is reached by '" + shown(route.get())
                        + "', and relays in the interface's file has to name it")
                .with("ip helper-address " + server);
    }

    private static String shown(String route) {
        return route.replaceAll("\\s*(\\\\|uid \\d+|cache)", "").strip();
    }
}
