package org.perceus.doctor.check.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.address.Mac;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.site.Container;
import org.perceus.doctor.site.NodeNetwork;
import org.perceus.doctor.site.Segment;
import org.perceus.doctor.system.Link;
import org.perceus.doctor.wire.Wire;

/** Whether somebody else has the server's address, or one that nodes are to get. */
public final class AddressesCheck implements Check {
    private static final int MOST = 4096;
    private static final int MOST_NAMED = 4;

    private final Segment segment;
    private final Container container;
    private final Wire wire;

    public AddressesCheck(Segment segment, Container container, Wire wire) {
        this.segment = segment;
        this.container = container;
        this.wire = wire;
    }

    @Override
    public String name() {
        return "addresses";
    }

    @Override
    public List<Finding> findings() throws IOException, InterruptedException {
        if (segment.link().filter(Link::up).isEmpty() || segment.address().isEmpty()) {
            return List.of(
                    Finding.note("nobody was asked for addresses, as " + segment.device() + " is not up with one"));
        }
        Set<Ipv4> asked = new LinkedHashSet<>(segment.address().stream().toList());
        segment.network()
                .flatMap(NodeNetwork::pool)
                .ifPresent(pool -> pool.addresses().limit(MOST).forEach(asked::add));
        Map<Ipv4, Set<Mac>> owners = wire.owners(segment.device(), asked);
        List<Finding> findings = new ArrayList<>();
        Optional.ofNullable(owners.remove(segment.address().get()))
                .ifPresent(
                        cards -> findings.add(Finding.problem("another machine, " + words(cards) + ", has the address "
                                        + segment.address().get() + " of this server too: nodes reach one or the other")
                                .with(look(cards.iterator().next()))));
        doubles(owners, findings);
        taken(owners, findings);
        if (findings.isEmpty()) {
            findings.add(Finding.ok("of " + asked.size() + " addresses on " + segment.device()
                    + " that were asked for by ARP, nobody has one that is another's"));
        }
        return findings;
    }

    private void doubles(Map<Ipv4, Set<Mac>> owners, List<Finding> findings) {
        owners.forEach((address, cards) -> {
            if (cards.size() > 1) {
                findings.add(Finding.problem("the address " + address + " is had by " + cards.size() + " machines, "
                                + words(cards) + ": take it from one of them")
                        .with(look(cards.iterator().next())));
            }
        });
    }

    private void taken(Map<Ipv4, Set<Mac>> owners, List<Finding> findings) throws IOException, InterruptedException {
        Map<Ipv4, String> holders = container.holders();
        List<Ipv4> strange = owners.keySet().stream()
                .filter(address -> owners.get(address).size() == 1)
                .filter(address -> !words(owners.get(address)).equalsIgnoreCase(holders.get(address)))
                .toList();
        if (strange.isEmpty()) {
            return;
        }
        String named = strange.stream()
                .limit(MOST_NAMED)
                .map(address -> address + " (" + words(owners.get(address)) + ")")
                .collect(Collectors.joining(", "));
        findings.add(Finding.warning(strange.size() + " of the pool's addresses " + (strange.size() == 1 ? "is" : "are")
                        + " in use by machines to which this container did not give "
                        + (strange.size() == 1 ? "it" : "them") + ": " + named
                        + (strange.size() > MOST_NAMED ? ", …" : ""))
                .with(look(owners.get(strange.get(0)).iterator().next())));
    }

    private static String words(Set<Mac> cards) {
        return cards.stream().map(Mac::text).collect(Collectors.joining(" and "));
    }

    private String look(Mac card) {
        return "tcpdump -nei " + segment.device() + " ether host " + card;
    }
}
