package org.perceus.node.internal.stranger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.Ipv4Address;
import org.perceus.node.MacAddress;
import org.perceus.node.Network;
import org.perceus.node.NodeRegistry;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.StrangerLeases;
import org.perceus.node.StrangerLeases.Result.Lent;
import org.perceus.node.StrangerLeases.Result.Refused;
import org.perceus.node.internal.network.AddressOfAnother;
import org.perceus.node.internal.stranger.LeaseBook.LentNetwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The leases, in memory: whoever has one asks again when the container is new. */
@Component(configurationPid = "org.perceus.node")
public final class MemoryLeases implements StrangerLeases {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryLeases.class);
    private static final Duration OFFER = Duration.ofMinutes(1);
    /** So long a lease holds against others that nobody was heard of at. */
    private static final Duration UNPROVEN = Duration.ofMinutes(2);

    private final NodeRegistry registry;
    private final LeaseBook book;
    private volatile LeaseRules rules;

    private record Asking(MacAddress mac, Optional<Ipv4Address> wanted, Stage stage) {}

    /** Reads the configuration. */
    @Activate
    public MemoryLeases(@Reference NodeRegistry registry, @Reference LeaseBook book, Map<String, Object> properties) {
        this.registry = registry;
        this.book = book;
        this.rules = LeaseRules.read(properties, MemoryLeases::complain);
    }

    @Modified
    void modified(Map<String, Object> properties) {
        rules = LeaseRules.read(properties, MemoryLeases::complain);
    }

    @Override
    public Result lend(MacAddress mac, Ipv4Address link, Optional<Ipv4Address> wanted, Stage stage) {
        RegistrySnapshot snapshot = registry.snapshot();
        Optional<Network> network = snapshot.network(link);
        if (network.isEmpty()) {
            return new Refused(
                    "it asks on " + link + ", which is in no provisioning network",
                    "configure a network that has this address, in etc/org.perceus.node.network-NAME.cfg");
        }
        if (network.get().pool().isEmpty()) {
            return new Refused(
                    "another DHCP server gives the addresses of network "
                            + network.get().name() + ", and this one has no pool for it",
                    "have that server answer the machine, or give the network a pool");
        }
        LentNetwork lent = book.of(network.get(), snapshot.networks());
        // who looks and who is given an address are one step
        synchronized (lent) {
            return lend(
                    lent, network.get(), new Asking(mac, wanted, stage), address -> isUsable(address, link, snapshot));
        }
    }

    private Result lend(LentNetwork lent, Network network, Asking asking, Predicate<Ipv4Address> usable) {
        Instant now = book.now();
        MacAddress mac = asking.mac();
        Optional<Lease> held = lent.pool().find(mac).filter(lease -> usable.test(lease.address()));
        if (held.isPresent()) {
            return new Lent(lent.pool().put(renewed(held.get(), asking.stage())));
        }
        if (!lent.rate().admits(now, rules.perSecond())) {
            return new Refused(
                    "more than " + rules.perSecond() + " unknown machines a second ask on network " + network.name(),
                    "it is served when it asks again; strangersPerSecond in etc/org.perceus.node.cfg is the limit");
        }
        lent.pool().remove(mac);
        return lent.pool()
                .take(asking.wanted(), usable, now)
                .<Result>map(address -> new Lent(lent.pool().put(lease(mac, address, asking.stage()))))
                .orElseGet(() -> new Refused(
                        "no address is left in the pool of network " + network.name(),
                        "give the network a larger pool, or delete nodes that are gone"));
    }

    @Override
    public Result given(MacAddress mac, Ipv4Address address) {
        RegistrySnapshot snapshot = registry.snapshot();
        Optional<String> objection = registry.objection(address);
        if (objection.isPresent()) {
            return new Refused(objection.get(), "have the DHCP server of the network give it another");
        }
        Network network = snapshot.network(address).orElseThrow();
        Optional<AddressOfAnother.Objection> taken =
                new AddressOfAnother(mac, address).objection(Optional.of(network), snapshot::node);
        if (taken.isPresent()) {
            return new Refused(taken.get().reason(), taken.get().remedy());
        }
        LentNetwork lent = book.of(network, snapshot.networks());
        synchronized (lent) {
            return new Lent(lent.pool().given(lease(mac, address, Stage.HEARD_OF)));
        }
    }

    @Override
    public boolean hasRoom(Ipv4Address link) {
        RegistrySnapshot snapshot = registry.snapshot();
        return snapshot.network(link)
                .filter(network -> network.pool().isPresent())
                .filter(network -> book.of(network, snapshot.networks())
                        .pool()
                        .hasRoom(address -> isUsable(address, link, snapshot), book.now()))
                .isPresent();
    }

    @Override
    public Optional<Lease> find(MacAddress mac) {
        return book.all().stream()
                .flatMap(lent -> lent.pool().find(mac).stream())
                .findFirst();
    }

    @Override
    public void heardOf(MacAddress mac, Ipv4Address address) {
        replace(mac, lease -> lease.address().equals(address), lease -> lease(mac, address, Stage.HEARD_OF));
    }

    @Override
    public boolean isHeld(MacAddress mac) {
        return find(mac).filter(lease -> book.now().isBefore(lease.until())).isPresent();
    }

    @Override
    public void release(MacAddress mac) {
        replace(
                mac,
                lease -> lease.stage() != Stage.HEARD_OF,
                lease -> new Lease(mac, lease.address(), Stage.OFFERED, book.now()));
    }

    private void replace(MacAddress mac, Predicate<Lease> which, UnaryOperator<Lease> by) {
        for (LentNetwork lent : book.all()) {
            synchronized (lent) {
                lent.pool().find(mac).filter(which).map(by).ifPresent(lent.pool()::put);
            }
        }
    }

    @Override
    public void end(MacAddress mac) {
        book.all().forEach(lent -> lent.pool().remove(mac));
    }

    @Override
    public void setAside(Ipv4Address address) {
        book.aside().add(address, book.now());
    }

    @Override
    public List<Lease> leases() {
        Instant now = book.now();
        return book.all().stream()
                .flatMap(lent -> lent.pool().all().stream())
                .filter(lease -> now.isBefore(lease.until()))
                .toList();
    }

    private boolean isUsable(Ipv4Address address, Ipv4Address link, RegistrySnapshot snapshot) {
        return !address.equals(link)
                && snapshot.node(address).isEmpty()
                && !book.aside().has(address, book.now())
                && registry.objection(address).isEmpty();
    }

    private Lease renewed(Lease lease, Stage stage) {
        return lease(lease.mac(), lease.address(), stage.compareTo(lease.stage()) > 0 ? stage : lease.stage());
    }

    private Lease lease(MacAddress mac, Ipv4Address address, Stage stage) {
        Duration length =
                switch (stage) {
                    case OFFERED -> OFFER;
                    case REQUESTED -> UNPROVEN;
                    case HEARD_OF -> rules.lease();
                };
        return new Lease(mac, address, stage, book.now().plus(length));
    }

    private static void complain(String sentence) {
        LOG.error("etc/org.perceus.node.cfg: {}", sentence);
    }
}
