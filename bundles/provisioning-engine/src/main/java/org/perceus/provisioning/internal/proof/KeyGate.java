package org.perceus.provisioning.internal.proof;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.IpAddress;
import org.perceus.address.Ipv4Address;
import org.perceus.ledger.Author;
import org.perceus.node.BootId;
import org.perceus.node.ChangeResult;
import org.perceus.node.ChangeResult.Rejected;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeRegistry;
import org.perceus.node.NodeState;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.perceus.provisioning.internal.claim.Claimant;
import org.perceus.provisioning.internal.claim.NodeKey;
import org.perceus.provisioning.internal.stranger.Fate;
import org.perceus.provisioning.internal.stranger.Sightings;

/** Lets machines have the script of their node, and ties nodes to the keys of the first that come. Thread-safe. */
@Component(service = KeyGate.class)
public final class KeyGate {
    private static final long PATIENCE_MILLIS = 2_000;

    private final NodeRegistry registry;
    private final NodeAdmin admin;
    private final NodeProofs proofs;
    private final ShownKeys shown;
    private final BootTracker boots;
    private final Sightings sightings;
    private final Map<MacAddress, TiedKey> underWay = new ConcurrentHashMap<>();

    /**
     * Who asks.
     *
     * @param claimant by its claim
     * @param machine its {@link MachineMark}, if its firmware says one
     * @param peer its address
     * @param server base of the URLs by which it reaches this server
     */
    public record Asking(Claimant claimant, Optional<String> machine, IpAddress peer, URI server) {}

    @Activate
    public KeyGate(
            @Reference NodeRegistry registry,
            @Reference NodeAdmin admin,
            @Reference NodeProofs proofs,
            @Reference ShownKeys shown,
            @Reference BootTracker boots,
            @Reference Sightings sightings) {
        this.registry = registry;
        this.admin = admin;
        this.proofs = proofs;
        this.shown = shown;
        this.boots = boots;
        this.sightings = sightings;
    }

    /**
     * Lets a machine pass that may have what its node gets, and waits until a node is tied that has to be.
     *
     * @return why it has to wait, if it does
     */
    public Optional<String> pass(Asking asking, Node node) throws InterruptedException {
        Standing standing = standing(asking, node, registry.snapshot());
        if (standing instanceof Standing.Another another) {
            alarm(asking, node, another);
            return Optional.of(another.sentence());
        }
        if (standing instanceof Standing.New tie) {
            return tie(asking, node.mac(), tie.key());
        }
        String remark = standing instanceof Standing.Named named ? named.remark() : "is that of the node";
        asking.claimant().key().ifPresent(key -> {
            if (!node.approved()) {
                shown.waits(node.mac(), key);
            }
            note(asking, key, remark);
        });
        return Optional.empty();
    }

    private Standing standing(Asking asking, Node node, RegistrySnapshot snapshot) {
        return proofs.standing(asking.claimant(), node, snapshot, asking.machine());
    }

    /** One machine at a time for a node, and by what the registry says by then. */
    private Optional<String> tie(Asking asking, MacAddress mac, TiedKey key) throws InterruptedException {
        if (underWay.putIfAbsent(mac, key) != null) {
            return Optional.of("the node is being tied to a key");
        }
        try {
            RegistrySnapshot snapshot = registry.snapshot();
            Optional<Node> node = snapshot.node(mac);
            return node.isPresent() && standing(asking, node.get(), snapshot) instanceof Standing.New
                    ? write(asking, node.get(), key)
                    : Optional.of("the node has changed");
        } finally {
            underWay.remove(mac);
        }
    }

    private Optional<String> write(Asking asking, Node node, TiedKey key) throws InterruptedException {
        try {
            ChangeResult result = admin.set(
                            List.of(node.mac()),
                            Map.of(NodeSettings.KEY, Optional.of(key.toString()), NodeSettings.ARMED, Optional.empty()),
                            new Author("engine", "it showed its key"))
                    .toCompletableFuture()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (result instanceof Rejected rejected) {
                return Optional.of("the node cannot be tied to its key: " + rejected.reason());
            }
            shown.forget(node.mac());
            asking.claimant().key().ifPresent(shownKey -> note(asking, shownKey, "is that of the node from now on"));
            return Optional.empty();
        } catch (TimeoutException e) {
            return Optional.of("the key of the node is being recorded");
        } catch (ExecutionException e) {
            return Optional.of(
                    "the key of the node cannot be recorded: " + e.getCause().getMessage());
        }
    }

    private void note(Asking asking, NodeKey key, String remark) {
        BootId boot = asking.claimant().boot();
        String detail = key + " " + remark;
        if (!proofs.notedIn(boot).equals(Optional.of(detail))) {
            boots.record(boot, NodeState.BOOTING, NodeProofs.STEP, detail);
        }
    }

    private void alarm(Asking asking, Node node, Standing.Another another) {
        if (asking.peer() instanceof Ipv4Address peer) {
            sightings.noteByHttp(
                    node.mac(),
                    peer,
                    asking.server(),
                    Fate.lost(
                            another.cause(),
                            "'perceus node arm " + node.name()
                                    + "' if it is the right one, else look who uses its MAC"));
        }
    }
}
