package org.perceus.provisioning.internal.stranger;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.IpAddress;
import org.perceus.address.Ipv4Address;
import org.perceus.node.ChangeResult;
import org.perceus.node.MacAddress;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeRegistry;
import org.perceus.node.StrangerLeases;
import org.perceus.node.StrangerLeases.Lease;

/** Makes nodes of machines that run Perceus OS at the address that they were lent. Thread-safe. */
@Component(service = Admission.class)
public final class Admission {
    private static final long PATIENCE_MILLIS = 2_000;

    private final NodeRegistry registry;
    private final NodeAdmin admin;
    private final StrangerLeases leases;

    @Activate
    public Admission(@Reference NodeRegistry registry, @Reference NodeAdmin admin, @Reference StrangerLeases leases) {
        this.registry = registry;
        this.admin = admin;
        this.leases = leases;
    }

    /** What a machine was lent that asks from its address, by a connection; so it is there. */
    public Optional<Lease> lent(MacAddress mac, IpAddress peer) {
        Optional<Lease> lease = leases.find(mac).filter(found -> found.address().equals(peer));
        lease.ifPresent(found -> leases.heardOf(mac, found.address()));
        return lease;
    }

    /**
     * Makes a machine a node, with the address that it has, for good, and waits until that is durable; nothing happens to one
     * that asks from elsewhere.
     *
     * @return why it has to wait, if it does
     */
    public Optional<String> admit(MacAddress mac, IpAddress peer) throws InterruptedException {
        Optional<Lease> lease = lent(mac, peer);
        // the lowest address of a network belongs to nobody
        Optional<Ipv4Address> link = lease.map(Lease::address)
                .flatMap(registry.snapshot()::network)
                .map(network -> network.subnet().base());
        if (link.isEmpty()) {
            return Optional.empty();
        }
        try {
            ChangeResult result = admin.discover(mac, link.get(), lease.map(Lease::address))
                    .toCompletableFuture()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (result instanceof ChangeResult.Rejected rejected) {
                return Optional.of(rejected.reason());
            }
            leases.end(mac);
            return Optional.empty();
        } catch (TimeoutException e) {
            return Optional.of("it is being recorded");
        } catch (ExecutionException e) {
            return Optional.of("it cannot be recorded: " + e.getCause().getMessage());
        }
    }
}
