package org.perceus.provisioning.internal.http;

import org.perceus.address.IpAddress;
import org.perceus.node.BootId;
import org.perceus.node.NodeRegistry;
import org.perceus.provisioning.internal.claim.Claim.Bearer;
import org.perceus.provisioning.internal.claim.ClaimAuthority;

/** Who shows a claim, and from where. Thread-safe. */
final class Claimants {
    private final ClaimAuthority claims;
    private final NodeRegistry registry;

    Claimants(ClaimAuthority claims, NodeRegistry registry) {
        this.claims = claims;
        this.registry = registry;
    }

    /**
     * Whether a token lets a node have what only nodes get: that of a boot which goes on, from an address of its node. An agent, whose
     * token lives as long as its system, has no use for any of that.
     */
    boolean isOfNode(String token, IpAddress peer) {
        return claims.verify(token, Bearer.STAGE_ONE)
                .filter(boot -> isOf(boot, peer))
                .isPresent();
    }

    /** Whether the node of a boot has an address. */
    boolean isOf(BootId boot, IpAddress peer) {
        return registry.snapshot()
                .node(boot.mac())
                .filter(node -> node.has(peer))
                .isPresent();
    }
}
