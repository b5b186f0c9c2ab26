package org.perceus.provisioning.internal.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.VlanId;
import org.perceus.boot.HttpAnswer;
import org.perceus.boot.HttpRequest;
import org.perceus.ledger.Author;
import org.perceus.node.ChangeResult;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeRegistry;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.RestartWay;
import org.perceus.provisioning.internal.claim.Claim.Bearer;
import org.perceus.provisioning.internal.claim.ClaimAuthority;

/** Takes the word of agents that they restart their nodes now, as they were told, and says how. Thread-safe; does not block. */
@Component(service = RestartHandler.class)
public final class RestartHandler {
    private final ClaimAuthority claims;
    private final NodeRegistry registry;
    private final NodeAdmin admin;
    private final KexecAnswers kexec;

    @Activate
    public RestartHandler(
            @Reference ClaimAuthority claims,
            @Reference NodeRegistry registry,
            @Reference NodeAdmin admin,
            @Reference KexecAnswers kexec) {
        this.claims = claims;
        this.registry = registry;
        this.admin = admin;
        this.kexec = kexec;
    }

    /**
     * Answers an agent. What the node was told is spent with that, so that a system that comes up again is not told once more; who
     * did not hear the answer asks again and gets it.
     *
     * @throws IllegalArgumentException with a sentence when the body is malformed
     */
    HttpAnswer answer(String token, HttpRequest request, KeyValues body) {
        RestartWay way = body.first("how")
                .flatMap(RestartWay::parse)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the line how=… has to be one of " + List.of(RestartWay.values())));
        Optional<MacAddress> card = body.first("mac").map(MacAddress::parse);
        Optional<VlanId> vlan = body.first("vlan").flatMap(VlanId::find);
        Optional<Node> node = claims.verify(token, Bearer.AGENT)
                .flatMap(boot -> registry.snapshot().node(boot.mac()));
        return node.<HttpAnswer>map(known -> new HttpAnswer.Later(spend(known)
                        .thenApply(kept -> kept.orElseGet(() -> way(way, known.mac(), request, card, vlan)))))
                .orElseGet(() -> HttpAnswer.refused(403, "the claim is wrong, or its boot is over"));
    }

    /** @return a refusal when the node is still told so */
    private CompletionStage<Optional<HttpAnswer>> spend(Node node) {
        if (!node.settings().containsKey(NodeSettings.RESTART)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return admin.set(
                        List.of(node.mac()),
                        Map.of(NodeSettings.RESTART, Optional.empty()),
                        new Author("engine", "it restarts"))
                .thenApply(result -> result instanceof ChangeResult.Rejected rejected
                        ? Optional.of(
                                HttpAnswer.refused(409, NodeSettings.RESTART + " is still set: " + rejected.reason()))
                        : Optional.empty());
    }

    private HttpAnswer way(
            RestartWay way, MacAddress mac, HttpRequest request, Optional<MacAddress> card, Optional<VlanId> vlan) {
        return switch (way) {
            case FIRMWARE -> HttpAnswer.ok(KexecAnswers.FIRMWARE + "\n");
            case KEXEC -> kexec.answer(mac, request, card, vlan);
        };
    }
}
