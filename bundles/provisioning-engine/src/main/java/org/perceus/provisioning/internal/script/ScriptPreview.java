package org.perceus.provisioning.internal.script;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.address.Ipv4Address;
import org.perceus.boot.ServingInterface;
import org.perceus.node.Network;
import org.perceus.node.Node;
import org.perceus.node.NodeRegistry;
import org.perceus.provisioning.NodePreview;
import org.perceus.provisioning.PreviewResult;
import org.perceus.provisioning.internal.plan.Plan;
import org.perceus.provisioning.internal.plan.Planner;
import org.perceus.provisioning.internal.served.ServedInterfaces;

/** Plans and renders as for a node that asks, and keeps the result here. Thread-safe. */
@Component
public final class ScriptPreview implements NodePreview {
    private static final String SWAPPED = "a module that the node needs is being replaced";

    private final NodeRegistry registry;
    private final Planner planner;
    private final ShareRenderer renderer;
    private final ServedInterfaces interfaces;

    @Activate
    public ScriptPreview(
            @Reference NodeRegistry registry,
            @Reference Planner planner,
            @Reference ShareRenderer renderer,
            @Reference ServedInterfaces interfaces) {
        this.registry = registry;
        this.planner = planner;
        this.renderer = renderer;
        this.interfaces = interfaces;
    }

    @Override
    public PreviewResult preview(Node node) {
        Plan plan = planner.plan(node, registry.snapshot());
        if (plan instanceof Plan.Wait wait) {
            return new PreviewResult.Waits(wait.reason());
        }
        Plan.Provision provision = (Plan.Provision) plan;
        Optional<String> server = serverIn(provision.network());
        if (server.isEmpty()) {
            return new PreviewResult.Waits("this server serves no network now: look at 'perceus info'");
        }
        Rendering rendering = renderer.render(provision, server.get(), SeenMachine.UNKNOWN);
        if (rendering instanceof Rendering.Shares shares) {
            return new PreviewResult.Shares(shares.inOrder());
        }
        return rendering instanceof Rendering.Refused refused
                ? new PreviewResult.Refused(refused.reason())
                : new PreviewResult.Waits(SWAPPED);
    }

    /** This server as the nodes of a network see it, or those of any other that a relay is in. */
    private Optional<String> serverIn(Network network) {
        return interfaces
                .in(network)
                .map(ServingInterface::address)
                .or(() -> interfaces.addresses().stream().findFirst())
                .map(Ipv4Address::toString);
    }
}
