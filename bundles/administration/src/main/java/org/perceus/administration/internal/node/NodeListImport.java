package org.perceus.administration.internal.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.perceus.administration.NodeDeeds.Imported;
import org.perceus.administration.NodeDeeds.NodeList;
import org.perceus.administration.Outcome;
import org.perceus.administration.internal.inventory.NodeFile;
import org.perceus.ledger.Author;
import org.perceus.node.ChangeResult;
import org.perceus.node.Node;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeSpec;
import org.perceus.node.Objection;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.DeclaredSetting;
import org.perceus.provisioning.SettingCheck;

/** Takes the nodes of a list into the registry, all or none. */
record NodeListImport(NodeParts parts, Author author) {
    Outcome<Imported> of(NodeList list, boolean update, boolean dryRun) throws InterruptedException {
        SettingCheck check = parts.settingCheck();
        Set<SettingKey> settings =
                check.settings().stream().map(DeclaredSetting::key).collect(Collectors.toSet());
        NodeFile file = NodeFile.parse(list.lines(), settings).checked(check);
        if (file.entries().isEmpty() && file.problems().isEmpty()) {
            return Outcome.refused(list.name() + " has no nodes: write one line MAC,name,address,group for each");
        }
        // of a list with bad lines the registry is asked only what it has against the others
        NodeAdmin admin = parts.admin(dryRun || !file.problems().isEmpty());
        List<NodeSpec> specs = file.entries().stream().map(NodeFile.Entry::spec).toList();
        RegistrySnapshot before = parts.snapshot();
        return Transaction.result(update ? admin.merge(specs, author) : admin.add(specs, author))
                .then(result -> {
                    List<String> problems = problems(file, result);
                    return problems.isEmpty()
                            ? Transaction.changed(result).then(nodes -> Outcome.done(imported(before, nodes)))
                            : new Outcome.Refused<>(
                                    "nothing was added: " + list.name() + " has " + problems.size()
                                            + (problems.size() == 1 ? " problem" : " problems"),
                                    problems,
                                    false);
                });
    }

    private static List<String> problems(NodeFile file, ChangeResult result) {
        List<String> problems = new ArrayList<>(file.problems());
        if (result instanceof ChangeResult.Rejected rejected) {
            for (Objection objection : rejected.objections()) {
                problems.add(line(file, objection.entry()) + ": " + objection.text(entry -> line(file, entry)));
            }
        }
        return problems;
    }

    private static String line(NodeFile file, int entry) {
        return "line " + file.entries().get(entry - 1).line();
    }

    private static Imported imported(RegistrySnapshot before, List<Node> nodes) {
        List<Node> added = new ArrayList<>();
        List<Node> changed = new ArrayList<>();
        for (Node node : nodes) {
            Optional<Node> earlier = before.node(node.mac());
            if (earlier.isEmpty()) {
                added.add(node);
            } else if (!earlier.get().equals(node)) {
                changed.add(node);
            }
        }
        return new Imported(added, changed, nodes.size() - added.size() - changed.size());
    }
}
