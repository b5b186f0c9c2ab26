package org.perceus.provisioning.internal.boot;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.BootClient;
import org.perceus.boot.BootClient.Purpose;
import org.perceus.boot.Firmware.Loader;
import org.perceus.boot.HardwareAddress;
import org.perceus.node.MacAddress;
import org.perceus.node.Network;
import org.perceus.node.NodeRegistry;
import org.perceus.node.StrangerLeases;
import org.perceus.node.StrangerLeases.Lease;
import org.perceus.node.StrangerLeases.Result;
import org.perceus.node.StrangerLeases.Stage;
import org.perceus.provisioning.internal.boot.Offers.Guest;
import org.perceus.provisioning.internal.boot.Outcome.Unserved;
import org.perceus.provisioning.internal.served.ServedInterfaces;
import org.perceus.provisioning.internal.stranger.AddressProbe;
import org.perceus.provisioning.internal.stranger.Fate;
import org.perceus.provisioning.internal.stranger.Sightings;

/** What machines are told that ask for an address and are no nodes: they are lent one that nobody uses. Thread-safe. */
@Component(service = StrangerAnswers.class)
public final class StrangerAnswers {
    /** How many addresses that somebody uses are tried in the place of the first. */
    private static final int OTHERS = 3;

    private static final Duration LONGEST = Duration.ofHours(1);

    private final NodeRegistry registry;
    private final StrangerLeases leases;
    private final Offers offers;
    private final AddressProbe probe;
    private final ServedInterfaces interfaces;
    private final Sightings sightings;

    @Activate
    public StrangerAnswers(
            @Reference NodeRegistry registry,
            @Reference StrangerLeases leases,
            @Reference Offers offers,
            @Reference AddressProbe probe,
            @Reference ServedInterfaces interfaces,
            @Reference Sightings sightings) {
        this.registry = registry;
        this.leases = leases;
        this.offers = offers;
        this.probe = probe;
        this.interfaces = interfaces;
        this.sightings = sightings;
    }

    CompletionStage<Outcome> answer(MacAddress mac, BootClient client) {
        if (client.purpose() == Purpose.INFORM) {
            return CompletableFuture.completedStage(tell(mac, client));
        }
        return boots(client) || leases.isHeld(mac) || isForAll(client)
                ? lend(mac, client, OTHERS)
                : CompletableFuture.completedStage(Unserved.passed(
                        "it is no node, and does not boot from the network",
                        "if it shall have an address here, add it: 'perceus node add " + mac
                                + "', or have the network lend to all: lendTo = all"));
    }

    /** RFC 2131 section 4.3.5: whoever gave it the address, nothing is lent and nothing is kept of it. */
    private Outcome tell(MacAddress mac, BootClient client) {
        return registry.snapshot()
                .network(client.link())
                .flatMap(network -> client.requested()
                        .filter(network.subnet()::hasHost)
                        .map(address -> new Guest(mac, Optional.empty(), address, network, network.lease())))
                .<Outcome>map(guest -> offers.address(guest, client))
                .orElseGet(() -> Unserved.passed(
                        "it asks what belongs to an address that is not of its network", "look at what sends it"));
    }

    private boolean isForAll(BootClient client) {
        return registry.snapshot()
                .network(client.link())
                .filter(Network::lendsToAll)
                .isPresent();
    }

    private static boolean boots(BootClient client) {
        return client.firmware().loader() != Loader.NONE;
    }

    /** A machine says that another one uses the address that it was lent. */
    void declined(MacAddress mac, Ipv4Address address) {
        if (leases.find(mac).filter(lease -> lease.address().equals(address)).isPresent()) {
            leases.end(mac);
            // a machine can say so of any address: whoever is there answers
            probe.answerer(address).thenAccept(found -> found.ifPresent(other -> leases.setAside(address)));
        }
    }

    void released(MacAddress mac, Ipv4Address address) {
        if (leases.find(mac).filter(lease -> lease.address().equals(address)).isPresent()) {
            leases.release(mac);
        }
    }

    private CompletionStage<Outcome> lend(MacAddress mac, BootClient client, int others) {
        Stage stage = client.purpose() == Purpose.FIND ? Stage.OFFERED : Stage.REQUESTED;
        Result result = leases.lend(mac, client.link(), client.requested(), stage);
        if (result instanceof Result.Refused refused) {
            return CompletableFuture.completedStage(Unserved.lost(refused.reason(), refused.remedy()));
        }
        Lease lease = ((Result.Lent) result).lease();
        Network network = registry.snapshot().network(lease.address()).orElseThrow();
        if (interfaces.in(network).isEmpty()) {
            // nobody behind a relay answers to us
            return CompletableFuture.completedStage(serve(lease, network, client));
        }
        return probe.answerer(lease.address()).thenCompose(found -> {
            if (found.filter(other -> other.value() != mac.value()).isEmpty()) {
                return CompletableFuture.completedStage(serve(lease, network, client));
            }
            leases.setAside(lease.address());
            return others > 0
                    ? lend(mac, client, others - 1)
                    : CompletableFuture.completedStage(inUse(lease, found.get()));
        });
    }

    private Outcome serve(Lease lease, Network network, BootClient client) {
        Duration length = network.lease().compareTo(LONGEST) < 0 ? network.lease() : LONGEST;
        Guest guest = new Guest(lease.mac(), Optional.empty(), lease.address(), network, length);
        if (!boots(client)) {
            // what it was booted into goes on with the address
            return offers.address(guest, client);
        }
        Outcome outcome = offers.boot(guest, client);
        if (outcome instanceof Outcome.Served) {
            sightings.note(
                    client,
                    new Fate(
                            Fate.Kind.LENT,
                            "it was lent " + lease.address() + ", and has not run Perceus OS yet",
                            "look at its console if it does not become a node within minutes"));
        }
        return outcome;
    }

    private static Outcome inUse(Lease lease, HardwareAddress other) {
        return Unserved.lost(
                "machines that are no nodes use addresses of the pool, as " + other + " uses " + lease.address(),
                "give the network a pool that nobody else uses");
    }
}
