package org.perceus.provisioning.internal.boot;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.BootAnswer;
import org.perceus.boot.BootClient;
import org.perceus.boot.BootPolicy;
import org.perceus.boot.BootProgram;
import org.perceus.boot.DhcpRole;
import org.perceus.boot.HardwareAddress;
import org.perceus.node.ChangeResult;
import org.perceus.node.MacAddress;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeRegistry;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.internal.boot.Outcome.Bootless;
import org.perceus.provisioning.internal.boot.Outcome.Left;
import org.perceus.provisioning.internal.boot.Outcome.Misplaced;
import org.perceus.provisioning.internal.boot.Outcome.Served;
import org.perceus.provisioning.internal.boot.Outcome.Unserved;
import org.perceus.provisioning.internal.stranger.Fate;
import org.perceus.provisioning.internal.stranger.Sightings;
import org.perceus.provisioning.internal.whereabouts.TakenAddresses;

/**
 * Says what a DHCP client gets: a node its address and what its firmware boots next, another machine likewise an address
 * that it is lent. Who is not served is remembered, and why.
 */
@Component(service = BootPolicy.class)
public final class EngineBootPolicy implements BootPolicy {
    private final NodeRegistry registry;
    private final NodeAdmin admin;
    private final NodeAnswers nodes;
    private final StrangerAnswers strangers;
    private final ProgramAnswers programs;
    private final SharedLinks links;
    private final TakenAddresses taken;
    private final Sightings sightings;

    @Activate
    public EngineBootPolicy(
            @Reference NodeRegistry registry,
            @Reference NodeAdmin admin,
            @Reference NodeAnswers nodes,
            @Reference StrangerAnswers strangers,
            @Reference ProgramAnswers programs,
            @Reference SharedLinks links,
            @Reference TakenAddresses taken,
            @Reference Sightings sightings) {
        this.registry = registry;
        this.admin = admin;
        this.nodes = nodes;
        this.strangers = strangers;
        this.programs = programs;
        this.links = links;
        this.taken = taken;
        this.sightings = sightings;
    }

    @Override
    public CompletionStage<BootAnswer> answer(BootClient client) {
        Optional<MacAddress> mac = MacAddress.find(client.mac().value());
        CompletionStage<Outcome> outcome = mac.isEmpty()
                ? done(Unserved.passed("that is not the address of one network card", "look at what sends it"))
                : outcome(mac.get(), client);
        return outcome.thenApply(found -> answer(client, found));
    }

    @Override
    public void taken(HardwareAddress said, Ipv4Address address) {
        MacAddress.find(said.value()).ifPresent(mac -> taken.note(mac, address));
    }

    @Override
    public boolean knows(HardwareAddress mac) {
        return MacAddress.find(mac.value()).flatMap(registry.snapshot()::nodeOf).isPresent();
    }

    @Override
    public Ipv4Address link(HardwareAddress said, Optional<Ipv4Address> held, List<Ipv4Address> addresses) {
        return MacAddress.find(said.value())
                .map(mac -> links.of(mac, held, addresses))
                .orElse(addresses.get(0));
    }

    @Override
    public void declined(HardwareAddress mac, Ipv4Address address) {
        ofStranger(mac, address, strangers::declined);
    }

    @Override
    public void released(HardwareAddress mac, Ipv4Address address) {
        ofStranger(mac, address, strangers::released);
    }

    @Override
    public void strangeRelay(Ipv4Address relay) {
        sightings.noteRelay(relay);
    }

    private CompletionStage<Outcome> outcome(MacAddress mac, BootClient client) {
        if (client.role() == DhcpRole.PROXY) {
            return done(programs.answer(mac, client));
        }
        RegistrySnapshot snapshot = registry.snapshot();
        Optional<Node> known = snapshot.nodeOf(mac);
        if (known.isEmpty()) {
            return strangers.answer(mac, client);
        }
        if (known.get().address().isPresent() || !hasPool(snapshot, client)) {
            return done(nodes.answer(known.get(), mac, client));
        }
        return admin.discover(mac, client.link(), client.requested())
                .thenApply(result -> result instanceof ChangeResult.Changed changed
                        ? nodes.answer(changed.nodes().get(0), mac, client)
                        : nodes.answer(known.get(), mac, client));
    }

    /** Elsewhere a node has the address that another server gives it, and not what a packet asks for. */
    private static boolean hasPool(RegistrySnapshot snapshot, BootClient client) {
        return snapshot.network(client.link()).flatMap(Network::pool).isPresent();
    }

    private BootAnswer answer(BootClient client, Outcome outcome) {
        if (outcome instanceof Served served) {
            served.program().file().ifPresent(file -> sightings.served(client));
            return new BootAnswer.Serve(served.lease(), served.program());
        }
        if (outcome instanceof Left left) {
            return new BootAnswer.Ignore(left.reason());
        }
        if (outcome instanceof Bootless bootless) {
            sightings.note(client, bootless.fate());
            return new BootAnswer.Serve(
                    Optional.of(bootless.lease()),
                    new BootProgram.Missing(bootless.fate().sentence()));
        }
        if (outcome instanceof Misplaced misplaced) {
            sightings.note(client, misplaced.fate());
            return new BootAnswer.Refuse(misplaced.fate().sentence());
        }
        Fate fate = ((Unserved) outcome).fate();
        sightings.note(client, fate);
        return new BootAnswer.Ignore(fate.sentence());
    }

    /** The address of a node is its own for good, whoever says what in its name. */
    private void ofStranger(HardwareAddress said, Ipv4Address address, BiConsumer<MacAddress, Ipv4Address> told) {
        MacAddress.find(said.value())
                .filter(mac -> registry.snapshot().nodeOf(mac).isEmpty())
                .ifPresent(mac -> told.accept(mac, address));
    }

    private static CompletionStage<Outcome> done(Outcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }
}
