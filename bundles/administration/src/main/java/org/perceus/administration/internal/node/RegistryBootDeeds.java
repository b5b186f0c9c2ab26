package org.perceus.administration.internal.node;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
import org.perceus.node.NodeState;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.RestartWay;

/** Changes by the registry what becomes of boots. */
@Component
public final class RegistryBootDeeds implements BootDeeds {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(7);

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
        return set(who, target, () -> NodeSettings.retry(Instant.now()), dryRun);
    }

    @Override
    public Outcome<List<Node>> arm(Administrator who, NodeTarget target, Duration within, boolean dryRun)
            throws InterruptedException {
        return runner.run(
                who,
                () -> within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0
                        ? Outcome.misused("a node can be armed for a minute to seven days")
                        : change(who, target, NodeSettings.arm(Instant.now().plus(within)), dryRun));
    }

    @Override
    public Outcome<List<Node>> restart(Administrator who, NodeTarget target, RestartWay way, boolean dryRun)
            throws InterruptedException {
        return set(who, target, () -> Map.of(NodeSettings.RESTART, Optional.of(way.toString())), dryRun)
                .then(nodes -> new Outcome.Done<>(nodes, deaf(nodes)));
    }

    private Outcome<List<Node>> set(
            Administrator who, NodeTarget target, Supplier<Map<SettingKey, Optional<String>>> values, boolean dryRun)
            throws InterruptedException {
        return runner.run(who, () -> change(who, target, values.get(), dryRun));
    }

    private Outcome<List<Node>> change(
            Administrator who, NodeTarget target, Map<SettingKey, Optional<String>> values, boolean dryRun)
            throws InterruptedException {
        return new NodeFinder(parts.snapshot())
                .toChange(target)
                .then(nodes -> Transaction.changed(
                        parts.admin(dryRun).set(nodes.stream().map(Node::mac).toList(), values, who.author())));
    }

    private List<String> deaf(List<Node> nodes) {
        List<Node> found = nodes.stream()
                .filter(node -> parts.journal()
                        .filter(journal -> journal.status(node.mac()).state() != NodeState.READY)
                        .isPresent())
                .toList();
        return found.isEmpty()
                ? List.of()
                : List.of("not ready, so nothing on it hears that: " + NodeFinder.summary(found)
                        + "; it holds until its next boot begins");
    }
}
