package org.perceus.administration.internal.node;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.administration.Administrator;
import org.perceus.administration.NodeDeeds;
import org.perceus.administration.NodeFinder;
import org.perceus.administration.NodeTarget;
import org.perceus.administration.Outcome;
import org.perceus.administration.internal.deed.DeedRunner;
import org.perceus.ledger.Author;
import org.perceus.node.ChangeResult;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.NodeSpec;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.BootChoice;
import org.perceus.provisioning.NodeSettings;

/** Changes the registry as administrators ask for it. */
@Component
public final class RegistryNodeDeeds implements NodeDeeds {
    private final DeedRunner runner;
    private final NodeParts parts;

    /** Created by the container. */
    @Activate
    public RegistryNodeDeeds(@Reference DeedRunner runner, @Reference NodeParts parts) {
        this.runner = runner;
        this.parts = parts;
    }

    @Override
    public Outcome<Node> add(Administrator who, NodeSpec spec, boolean dryRun) throws InterruptedException {
        return runner.run(who, () -> Transaction.result(parts.admin(dryRun).add(List.of(spec), who.author()))
                .then(RegistryNodeDeeds::added)
                .then(nodes -> Outcome.done(nodes.get(0))));
    }

    private static Outcome<List<Node>> added(ChangeResult result) {
        return result instanceof ChangeResult.Rejected rejected
                        && !rejected.objections().isEmpty()
                ? Outcome.refused(
                        "nothing was added: " + rejected.objections().get(0).reason())
                : Transaction.changed(result);
    }

    @Override
    public Outcome<Imported> importList(Administrator who, NodeList list, boolean update, boolean dryRun)
            throws InterruptedException {
        return runner.run(who, () -> new NodeListImport(parts, who.author()).of(list, update, dryRun));
    }

    @Override
    public Outcome<Applied> set(
            Administrator who,
            NodeTarget target,
            Map<SettingKey, Optional<String>> values,
            boolean force,
            boolean dryRun)
            throws InterruptedException {
        return runner.run(who, () -> {
            RegistrySnapshot before = parts.snapshot();
            SettingChange change = new SettingChange(parts, values, force);
            return chosen(target)
                    .then(nodes -> change.checked(nodes, nodes.size() > 1))
                    .then(nodes -> set(nodes, values, who.author(), dryRun))
                    .then(nodes ->
                            new Outcome.Done<>(new Applied(before, nodes), dryRun ? List.of() : change.remarks(nodes)));
        });
    }

    @Override
    public Outcome<Approved> approve(Administrator who, NodeTarget target, boolean dryRun) throws InterruptedException {
        return runner.run(who, () -> chosen(target).then(nodes -> {
            List<Node> waiting = nodes.stream().filter(node -> !node.approved()).toList();
            return waiting.isEmpty()
                    ? Outcome.done(new Approved(waiting, Map.of()))
                    : Transaction.changed(parts.admin(dryRun).approve(macs(waiting), who.author()))
                            .then(approved -> Outcome.done(new Approved(approved, shownKeys(approved))));
        }));
    }

    private Map<MacAddress, String> shownKeys(List<Node> nodes) {
        Map<MacAddress, String> keys = new HashMap<>();
        nodes.forEach(node -> parts.shownKey(node.mac()).ifPresent(key -> keys.put(node.mac(), key)));
        return keys;
    }

    @Override
    public Outcome<List<Node>> disable(Administrator who, NodeTarget target, boolean dryRun)
            throws InterruptedException {
        return runner.run(
                who, () -> chosen(target).then(nodes -> set(nodes, boot(BootChoice.NONE), who.author(), dryRun)));
    }

    @Override
    public Outcome<List<Node>> enable(Administrator who, NodeTarget target, boolean dryRun)
            throws InterruptedException {
        return runner.run(who, () -> chosen(target).then(nodes -> {
            RegistrySnapshot snapshot = parts.snapshot();
            List<Node> waiting = nodes.stream()
                    .filter(node -> BootChoice.of(node, snapshot) == BootChoice.NONE)
                    .toList();
            // a value of its own, as the group may have said it
            return waiting.isEmpty()
                    ? Outcome.done(waiting)
                    : set(waiting, boot(BootChoice.PROVISION), who.author(), dryRun);
        }));
    }

    @Override
    public Outcome<Replaced> replace(Administrator who, String node, String machine, boolean dryRun)
            throws InterruptedException {
        return runner.run(who, () -> new MachineReplacement(parts, who.author()).of(node, machine, dryRun));
    }

    @Override
    public Outcome<List<Node>> delete(Administrator who, NodeTarget target, boolean dryRun)
            throws InterruptedException {
        return runner.run(who, () -> chosen(target)
                .then(nodes -> Transaction.changed(parts.admin(dryRun).delete(macs(nodes), who.author()))));
    }

    private Outcome<List<Node>> chosen(NodeTarget target) throws InterruptedException {
        return new NodeFinder(parts.snapshot()).toChange(target);
    }

    private Outcome<List<Node>> set(
            List<Node> nodes, Map<SettingKey, Optional<String>> values, Author author, boolean dryRun)
            throws InterruptedException {
        return Transaction.changed(parts.admin(dryRun).set(macs(nodes), values, author));
    }

    private static Map<SettingKey, Optional<String>> boot(BootChoice choice) {
        return Map.of(NodeSettings.BOOT, Optional.of(choice.toString()));
    }

    private static List<MacAddress> macs(List<Node> nodes) {
        return nodes.stream().map(Node::mac).toList();
    }
}
