package org.perceus.doctor.check.network;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.perceus.doctor.address.Ipv4;
import org.perceus.doctor.address.Mac;
import org.perceus.doctor.check.Check;
import org.perceus.doctor.finding.Finding;
import org.perceus.doctor.site.Container;
import org.perceus.doctor.site.NodeNetwork;
import org.perceus.doctor.site.Segment;
import org.perceus.doctor.system.Link;
import org.perceus.doctor.wire.OwnNetwork;
import org.perceus.doctor.wire.Wire;

/**
 * Has a machine of its own begin to boot where the device is a bridge. From this server itself nothing can be tried, as what
 * it sends to its own address does not pass the device.
 */
public final class FilesCheck implements Check {
    private static final int CANDIDATES = 16;

    private final Segment segment;
    private final Container container;
    private final Wire wire;
    private final OwnNetwork network;
    private final NodeView view;

    public FilesCheck(Segment segment, Container container, Wire wire, OwnNetwork network, NodeView view) {
        this.segment = segment;
        this.container = container;
        this.wire = wire;
        this.network = network;
        this.view = view;
    }

    @Override
    public String name() {
        return "boot files";
    }

    @Override
    public List<Finding> findings() throws IOException, InterruptedException {
        if (container.info().isEmpty() || !segment.configured()) {
            return List.of(Finding.note("no boot file was fetched, as nothing is served on " + segment.device()));
        }
        if (segment.link().isEmpty()
                || segment.address().isEmpty()
                || segment.network().isEmpty()) {
            return List.of(Finding.note(
                    "no boot file was fetched, as " + segment.device() + " has no address in a network of nodes"));
        }
        Ipv4 server = segment.address().get();
        Link link = segment.link().get();
        if (!link.isBridge()) {
            return List.of(Finding.note(
                            "boot files cannot be fetched from this server itself, as packets to its own address do not"
                                    + " pass " + segment.device() + ": try it from another machine there")
                    .with("perceus doctor --server " + server));
        }
        if (!link.carrier()) {
            return List.of(Finding.note("no boot file was fetched, as nothing is plugged into " + link.name()));
        }
        if (link.forwardDelay().orElse(0) > 0) {
            return List.of(Finding.note(
                    "no boot file was fetched, as spanning tree of " + link.name() + " would hold the new port back"));
        }
        Optional<Ipv4> free = free(segment.network().get(), server);
        if (free.isEmpty()) {
            return List.of(Finding.note("no boot file was fetched, as no address outside the pool of "
                            + segment.network().get().name() + " is free: try it from another machine there")
                    .with("perceus doctor --server " + server));
        }
        int length = link.addresses().stream()
                .filter(one -> one.address().equals(server))
                .mapToInt(Link.Address::length)
                .findFirst()
                .orElse(32);
        return network.call(
                link.name(), free.get(), length, () -> view.look(OwnNetwork.DEVICE, server, segment.served()));
    }

    /** One that nobody has and that is not for nodes. */
    private Optional<Ipv4> free(NodeNetwork nodes, Ipv4 server) throws IOException, InterruptedException {
        long last = nodes.subnet().last().number() - 1;
        List<Ipv4> candidates = LongStream.iterate(
                        last, number -> number > nodes.subnet().first().number(), n -> n - 1)
                .mapToObj(Ipv4::new)
                .filter(address ->
                        nodes.pool().filter(pool -> pool.contains(address)).isEmpty())
                .filter(address -> !address.equals(server))
                .filter(address -> !nodes.router().equals(Optional.of(address)))
                .limit(CANDIDATES)
                .toList();
        Map<Ipv4, Set<Mac>> owners =
                candidates.isEmpty() ? Collections.emptyMap() : wire.owners(segment.device(), candidates);
        return candidates.stream().filter(one -> !owners.containsKey(one)).findFirst();
    }
}
