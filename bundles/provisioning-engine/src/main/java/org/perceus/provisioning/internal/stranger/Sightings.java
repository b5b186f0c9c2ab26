package org.perceus.provisioning.internal.stranger;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.BootClient;
import org.perceus.boot.BootClient.Purpose;
import org.perceus.boot.DhcpRole;
import org.perceus.boot.Firmware;
import org.perceus.boot.Firmware.Architecture;
import org.perceus.boot.Firmware.Loader;
import org.perceus.boot.HardwareAddress;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeRegistry;
import org.perceus.node.StrangerLeases;
import org.perceus.node.StrangerLeases.Lease;
import org.perceus.provisioning.Strangers;
import org.perceus.provisioning.internal.served.ServedInterfaces;
import org.perceus.provisioning.internal.stranger.Fate.Kind;

/** Remembers who asked and what became of it. A flood of made-up machines, each of which asks once, ousts its own kind. */
@Component(service = {Strangers.class, Sightings.class})
public final class Sightings implements Strangers {
    private static final int MOST = 5_000;
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration RECENT = Duration.ofHours(1);

    private final NodeRegistry registry;
    private final StrangerLeases leases;
    private final ServedInterfaces interfaces;
    private final Clock clock;
    private final Complaints complaints = new Complaints();
    private final StrangeRelays relays = new StrangeRelays();
    /** The machine that asked longest ago first. */
    private final Map<HardwareAddress, Sighting> once = new LinkedHashMap<>();

    private final Map<HardwareAddress, Sighting> often = new LinkedHashMap<>();

    private record Sighting(BootClient client, Fate fate, long times, Instant first, Instant last) {}

    /** Knows none. */
    @Activate
    public Sightings(
            @Reference NodeRegistry registry,
            @Reference StrangerLeases leases,
            @Reference ServedInterfaces interfaces) {
        this(registry, leases, interfaces, Clock.systemUTC());
    }

    public Sightings(NodeRegistry registry, StrangerLeases leases, ServedInterfaces interfaces, Clock clock) {
        this.registry = registry;
        this.leases = leases;
        this.interfaces = interfaces;
        this.clock = clock;
    }

    /** A machine asked. */
    public void note(BootClient client, Fate fate) {
        Instant now = clock.instant();
        synchronized (this) {
            Optional<Sighting> before = Optional.ofNullable(once.remove(client.mac()))
                    .or(() -> Optional.ofNullable(often.remove(client.mac())));
            Sighting seen = new Sighting(
                    client,
                    fate,
                    before.map(Sighting::times).orElse(0L) + 1,
                    before.map(Sighting::first).orElse(now),
                    now);
            Map<HardwareAddress, Sighting> kind = before.isPresent() ? often : once;
            kind.put(client.mac(), seen);
            if (kind.size() > MOST) {
                kind.remove(kind.keySet().iterator().next());
            }
        }
        if (fate.kind() == Kind.LOST) {
            complaints.tell(
                    client.mac() + " on " + device(client) + " is not served: " + fate.sentence() + " (" + fate.remedy()
                            + ")",
                    fate,
                    now);
        }
    }

    /** A machine asked by a connection, and is not served. */
    public void noteByHttp(MacAddress mac, Ipv4Address peer, URI server, Fate fate) {
        BootClient client = new BootClient(
                new HardwareAddress(mac.value()),
                new Firmware(Loader.IPXE, Architecture.UNKNOWN),
                peer,
                Optional.of(peer),
                0,
                Purpose.TAKE,
                DhcpRole.PROXY,
                server);
        note(client, fate);
    }

    /** A machine is given something to boot: why it was lost before, as by another way of its firmware, is over. */
    public synchronized void served(BootClient client) {
        List.of(once, often)
                .forEach(kind -> kind.computeIfPresent(
                        client.mac(), (mac, seen) -> seen.fate().kind() == Kind.LOST ? null : seen));
    }

    @Override
    public List<Stranger> list() {
        Instant from = clock.instant().minus(KEPT);
        return all().stream()
                .filter(seen -> seen.last().isAfter(from) && !isServedNode(seen))
                .sorted(Comparator.comparing(Sighting::last).reversed())
                .map(this::stranger)
                .toList();
    }

    /** A relay that is not known passed on what a machine says. */
    public void noteRelay(Ipv4Address relay) {
        Instant now = clock.instant();
        relays.note(relay, now);
        complaints.tell(
                "what comes from " + relay + " is not served: " + StrangeRelays.FATE.sentence() + " ("
                        + StrangeRelays.FATE.remedy() + ")",
                StrangeRelays.FATE,
                now);
    }

    @Override
    public List<String> problems() {
        Instant now = clock.instant();
        return Stream.of(lostMachines(now), relays.problem(now))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> lostMachines(Instant now) {
        Instant from = now.minus(RECENT);
        List<Sighting> lost = all().stream()
                .filter(seen -> seen.fate().kind() == Kind.LOST && seen.last().isAfter(from))
                .toList();
        Map<String, Long> causes =
                lost.stream().collect(Collectors.groupingBy(seen -> seen.fate().sentence(), Collectors.counting()));
        return causes.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(most -> (lost.size() == 1 ? "a machine that asked" : lost.size() + " machines that asked")
                        + " in the last hour got no answer, " + (causes.size() == 1 ? "" : "most of them ")
                        + "because " + most.getKey() + " ('perceus stranger list')");
    }

    private synchronized Collection<Sighting> all() {
        Collection<Sighting> all = new ArrayList<>(once.values());
        all.addAll(often.values());
        return all;
    }

    /** One that was lent an address and has become a node since. */
    private boolean isServedNode(Sighting seen) {
        return seen.fate().kind() == Kind.LENT
                && registry.snapshot()
                        .nodeOf(new MacAddress(seen.client().mac().value()))
                        .isPresent();
    }

    private Stranger stranger(Sighting seen) {
        BootClient client = seen.client();
        return new Stranger(
                client.mac().toString(),
                device(client),
                client.firmware().loader() + " on " + client.firmware().architecture(),
                seen.times(),
                seen.first(),
                seen.last(),
                lease(client).map(Lease::address),
                seen.fate().sentence(),
                seen.fate().remedy());
    }

    private Optional<Lease> lease(BootClient client) {
        return MacAddress.find(client.mac().value()).flatMap(leases::find).filter(lease -> lease.until()
                .isAfter(clock.instant()));
    }

    private String device(BootClient client) {
        return interfaces
                .at(client.server().getHost())
                .map(serving -> serving.device())
                .orElse(client.server().getHost());
    }
}
