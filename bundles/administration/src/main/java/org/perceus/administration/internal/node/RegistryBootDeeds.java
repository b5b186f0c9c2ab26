package org.perceus.administration.internal.node;

import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.administration.Administrator;
import org.perceus.administration.BootDeeds;
import org.perceus.administration.NodeFinder;
import org.perceus.administration.NodeTarget;
import org.perceus.administration.Outcome;
import org.perceus.administration.internal.deed.DeedRunner;
import org.perceus.node.Node;
import org.perceus.provisioning.NodeSettings;

/** Changes by the registry what becomes of boots. */
@Component
public final class RegistryBootDeeds implements BootDeeds {
    private final DeedRunner runner;
    private final NodeParts parts;

    /** Created by the container. */
    @Activate
    public RegistryBootDeeds(@Reference DeedRunner runner, @Reference NodeParts parts) {
        this.runner = runner;
        this.parts = parts;
    }

    @Override
    public Outcome<List<Node>> retry(Administrator who, NodeTarget target, boolean dryRun) throws InterruptedException {
        return runner.run(who, () -> new NodeFinder(parts.snapshot())
                .toChange(target)
                .then(nodes -> Transaction.changed(parts.admin(dryRun)
                        .set(
                                nodes.stream().map(Node::mac).toList(),
                                NodeSettings.retry(Instant.now()),
                                who.author()))));
    }
}
