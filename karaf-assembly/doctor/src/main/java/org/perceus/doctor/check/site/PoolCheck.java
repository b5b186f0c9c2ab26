package org.perceus.doctor.check.site;

import java.util.ArrayList;
import java.util.List;
import org.perceus.doctor.address.AddressRange;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.site.NodeNetwork;
import org.perceus.doctor.site.Site;
import org.perceus.doctor.system.Link;

/** Whether the addresses for nodes are meant for nothing else. */
public final class PoolCheck implements Check {
    private final Site site;
    private final List<Link> links;

    public PoolCheck(Site site, List<Link> links) {
        this.site = site;
        this.links = links;
    }

    @Override
    public String name() {
        return "pools";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (NodeNetwork network : site.networks()) {
            List<Finding> wrong = new ArrayList<>();
            network.pool().ifPresent(pool -> own(network, pool, wrong));
            others(network, wrong);
            if (wrong.isEmpty()) {
                wrong.add(Finding.ok(network.pool()
                        .map(pool -> "the pool " + pool + " of network " + network.name()
                                + " overlaps nothing that is configured")
                        .orElse("network " + network.name()
                                + " has no pool, as another DHCP server gives its addresses")));
            }
            findings.addAll(wrong);
        }
        return findings.isEmpty() ? List.of(Finding.note("there is no pool of addresses yet")) : findings;
    }

    private void own(NodeNetwork network, AddressRange pool, List<Finding> wrong) {
        for (Link link : links) {
            for (Link.Address one : link.addresses()) {
                if (pool.contains(one.address())) {
                    wrong.add(overlap(network, pool, one.address(), "which " + link.name() + " of this server has"));
                }
            }
        }
        network.router()
                .filter(pool::contains)
                .filter(router -> links.stream()
                        .flatMap(link -> link.addresses().stream())
                        .noneMatch(one -> one.address().equals(router)))
                .ifPresent(router -> wrong.add(overlap(network, pool, router, "which is its router's")));
    }

    private Finding overlap(NodeNetwork network, AddressRange pool, Ipv4 address, String whose) {
        return Finding.warning("the pool " + pool + " of network " + network.name() + " contains " + address + ", "
                        + whose + ": leave it out")
                .with(edit(network));
    }

    private void others(NodeNetwork network, List<Finding> wrong) {
        List<NodeNetwork> all = site.networks();
        for (NodeNetwork other : all.subList(all.indexOf(network) + 1, all.size())) {
            if (network.pool().isPresent()
                    && other.pool().filter(network.pool().get()::overlaps).isPresent()) {
                wrong.add(Finding.problem("the pools of the networks " + network.name() + " and " + other.name()
                                + " overlap, " + network.pool().get() + " and "
                                + other.pool().get()
                                + ": two nodes would get one address")
                        .with(edit(other)));
            } else if (network.subnet().overlaps(other.subnet())) {
                wrong.add(Finding.problem("the subnets of the networks " + network.name() + " and " + other.name()
                                + " overlap, " + network.prefix() + " and " + other.prefix()
                                + ": of an address it is not certain which it is of")
                        .with(edit(other)));
            }
        }
    }

    private String edit(NodeNetwork network) {
        return "${EDITOR:-vi} " + site.instance().etc().resolve(network.file().replaceFirst("^etc/", ""));
    }
}
