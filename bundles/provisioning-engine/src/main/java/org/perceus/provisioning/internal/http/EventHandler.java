package org.perceus.provisioning.internal.http;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.IpAddress;
import org.perceus.boot.HttpAnswer;
import org.perceus.node.BootId;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeRegistry;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.perceus.provisioning.internal.claim.Claim.Bearer;
import org.perceus.provisioning.internal.claim.ClaimAuthority;
import org.perceus.provisioning.internal.claim.Claimant;
import org.perceus.provisioning.internal.judge.BootVerdicts;
import org.perceus.provisioning.internal.proof.NodeProofs;
import org.perceus.provisioning.internal.proof.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what nodes say of their boots. Thread-safe. */
@Component(service = EventHandler.class)
public final class EventHandler {
    private static final Logger LOG = LoggerFactory.getLogger(EventHandler.class);
    private static final int COMPLAINT_SECONDS = 60;

    private final ClaimAuthority claims;
    private final NodeRegistry registry;
    private final NodeProofs proofs;
    private final Claimants claimants;
    private final NodeEvents events;
    private final BootTracker boots;
    private final BootVerdicts verdicts;
    private final InstantSource clock;
    private final AtomicLong complained = new AtomicLong();

    @Activate
    public EventHandler(
            @Reference ClaimAuthority claims,
            @Reference NodeRegistry registry,
            @Reference NodeAdmin nodes,
            @Reference BootTracker boots,
            @Reference BootVerdicts verdicts,
            @Reference NodeProofs proofs) {
        this(claims, registry, nodes, boots, verdicts, proofs, InstantSource.system());
    }

    EventHandler(
            ClaimAuthority claims,
            NodeRegistry registry,
            NodeAdmin nodes,
            BootTracker boots,
            BootVerdicts verdicts,
            NodeProofs proofs,
            InstantSource clock) {
        this.claims = claims;
        this.registry = registry;
        this.proofs = proofs;
        this.claimants = new Claimants(claims, registry);
        this.events = new NodeEvents(registry, nodes, boots, verdicts, clock);
        this.boots = boots;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /** Whether a token is a claim of a boot that goes on, whoever bears it. */
    boolean holds(String token) {
        return claims.verify(token, Bearer.STAGE_ONE).isPresent()
                || claims.verify(token, Bearer.AGENT).isPresent();
    }

    /**
     * Takes one event.
     *
     * @param peer who sends it
     * @return completes once the event is durable, or it is known that it will not be
     * @throws IllegalArgumentException with a sentence when the event is malformed
     */
    CompletionStage<HttpAnswer> take(String token, IpAddress peer, KeyValues body) {
        Optional<Claimant> stageOne = claims.claimant(token, Bearer.STAGE_ONE);
        Optional<BootId> agent = claims.verify(token, Bearer.AGENT);
        Optional<BootId> boot = stageOne.map(Claimant::boot).or(() -> agent);
        if (boot.isEmpty()) {
            return refused(403, "the claim is wrong, or its boot is over");
        }
        // the agent's claim came with a script, so to that address; it may send by another card
        if (stageOne.isPresent() && !claimants.isOf(boot.get(), peer)) {
            return refused(403, "the claim was given to another address, or its node was deleted");
        }
        if (stageOne.filter(this::isAnother).isPresent()) {
            return refused(503, "the machine has not proved that it is the one that its node is tied to");
        }
        CompletionStage<Boolean> proved = verdicts.reached(boot.get());
        boots.contact(boot.get().mac());
        CompletionStage<HttpAnswer> answer =
                agent.isPresent() ? events.ofAgent(boot.get(), body) : events.ofPerceusOs(boot.get(), body);
        return proved.thenCombine(answer, (done, known) -> known).exceptionally(this::again);
    }

    /** Nothing that it says counts; it may become the node's by its next question for a script. */
    private boolean isAnother(Claimant claimant) {
        RegistrySnapshot snapshot = registry.snapshot();
        return snapshot.node(claimant.boot().mac())
                .filter(node -> proofs.standing(claimant, node, snapshot, Optional.empty()) instanceof Standing.Another)
                .isPresent();
    }

    /** What a disk that is full or slow did not take, its sender keeps. */
    private HttpAnswer again(Throwable why) {
        long now = clock.instant().getEpochSecond();
        if (complained.getAndUpdate(last -> now - last >= COMPLAINT_SECONDS ? now : last) + COMPLAINT_SECONDS <= now) {
            LOG.warn("Nodes are told to send events again, which were not written", why);
        }
        return HttpAnswer.refused(503, "the event could not be written now: send it again");
    }

    private static CompletionStage<HttpAnswer> refused(int status, String sentence) {
        return CompletableFuture.completedFuture(HttpAnswer.refused(status, sentence));
    }
}
