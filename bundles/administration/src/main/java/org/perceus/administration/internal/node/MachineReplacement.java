package org.perceus.administration.internal.node;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perceus.administration.NodeDeeds.Replaced;
import org.perceus.administration.NodeFinder;
import org.perceus.administration.NodeTarget;
import org.perceus.administration.Outcome;
import org.perceus.ledger.Author;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.provisioning.NodeSettings;

/** Puts another machine in the place of a node's. */
record MachineReplacement(NodeParts parts, Author author) {
    Outcome<Replaced> of(String word, String machine, boolean dryRun) throws InterruptedException {
        RegistrySnapshot snapshot = parts.snapshot();
        return new NodeFinder(snapshot)
                .toChange(new NodeTarget.Named(List.of(word), false))
                .then(nodes -> nodes.size() == 1
                        ? Outcome.done(nodes.get(0))
                        : Outcome.misused(
                                "a machine takes the place of one node: '" + word + "' names " + nodes.size()))
                .then(old -> {
                    MacAddress by = machine(machine, snapshot);
                    return Transaction.changed(parts.admin(dryRun).replace(old.mac(), by, author))
                            .then(nodes -> dryRun || !old.settings().containsKey(NodeSettings.KEY)
                                    ? Outcome.done(nodes)
                                    : untied(by))
                            .then(now -> Outcome.done(new Replaced(old, by, snapshot.node(by))));
                });
    }

    /** The key of a machine stays with it. */
    private Outcome<List<Node>> untied(MacAddress by) throws InterruptedException {
        return Transaction.changed(
                parts.admin(false).set(List.of(by), Map.of(NodeSettings.KEY, Optional.empty()), author));
    }

    /** A machine that was found can be named as the node that it is now. */
    private static MacAddress machine(String machine, RegistrySnapshot snapshot) {
        try {
            return MacAddress.parse(machine);
        } catch (IllegalArgumentException e) {
            return snapshot.nodes().stream()
                    .filter(found -> found.name().value().equalsIgnoreCase(machine))
                    .findFirst()
                    .map(Node::mac)
                    .orElseThrow(() -> e);
        }
    }
}
