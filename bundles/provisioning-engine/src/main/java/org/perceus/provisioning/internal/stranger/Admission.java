package org.perceus.provisioning.internal.stranger;

import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.node.ChangeResult;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeRegistry;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.StrangerLeases;
import org.perceus.node.StrangerLeases.Lease;

/** Makes nodes of machines that run Perceus OS at the address that they were lent. Thread-safe. */
@Component(service = Admission.class)
public final class Admission {
    private static final long PATIENCE_MILLIS = 2_000;

    private final NodeRegistry registry;
    private final NodeAdmin admin;
    private final StrangerLeases leases;

    /** What came of it. */
    public sealed interface Result {
        /** It is a node. */
        record Admitted(Node node) implements Result {}

        /** It has to wait. */
        record Waits(String reason) implements Result {}

        /** It was lent no address, or another one. */
        record Unknown() implements Result {}
    }

    @Activate
    public Admission(@Reference NodeRegistry registry, @Reference NodeAdmin admin, @Reference StrangerLeases leases) {
        this.registry = registry;
        this.admin = admin;
        this.leases = leases;
    }

    /** What a machine was lent that asks from its address, by a connection; so it is there. */
    public Optional<Lease> lent(MacAddress mac, InetAddress peer) {
        Optional<Lease> lease = leases.find(mac).filter(found -> found.address().equals(peer));
        lease.ifPresent(found -> leases.heardOf(mac, found.address()));
        return lease;
    }

    /** Makes a machine a node, with the address that it has, for good; waits until that is durable. */
    public Result admit(MacAddress mac, InetAddress peer) throws InterruptedException {
        Optional<Lease> lease = lent(mac, peer);
        RegistrySnapshot snapshot = registry.snapshot();
        if (lease.flatMap(found -> snapshot.network(found.address())).isEmpty()) {
            return new Result.Unknown();
        }
        // the lowest address of a network belongs to nobody
        var link = snapshot.network(lease.get().address()).get().subnet().base();
        try {
            ChangeResult result = admin.discover(
                            mac, link, Optional.of(lease.get().address()))
                    .toCompletableFuture()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (result instanceof ChangeResult.Changed changed) {
                leases.end(mac);
                return new Result.Admitted(changed.nodes().get(0));
            }
            return new Result.Waits(((ChangeResult.Rejected) result).reason());
        } catch (TimeoutException e) {
            return new Result.Waits("it is being recorded");
        } catch (ExecutionException e) {
            return new Result.Waits("it cannot be recorded: " + e.getCause().getMessage());
        }
    }
}
