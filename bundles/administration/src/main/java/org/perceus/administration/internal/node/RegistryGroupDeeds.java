package org.perceus.administration.internal.node;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.administration.Administrator;
import org.perceus.administration.GroupDeeds;
import org.perceus.administration.Outcome;
import org.perceus.administration.internal.deed.DeedRunner;
import org.perceus.node.Name;
import org.perceus.node.Node;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;

/** Changes groups of the registry as administrators ask for it. */
@Component
public final class RegistryGroupDeeds implements GroupDeeds {
    private final DeedRunner runner;
    private final NodeParts parts;

    /** Created by the container. */
    @Activate
    public RegistryGroupDeeds(@Reference DeedRunner runner, @Reference NodeParts parts) {
        this.runner = runner;
        this.parts = parts;
    }

    @Override
    public Outcome<Applied> set(
            Administrator who,
            List<String> groups,
            Map<SettingKey, Optional<String>> values,
            boolean force,
            boolean dryRun)
            throws InterruptedException {
        return runner.run(who, () -> {
            RegistrySnapshot before = parts.snapshot();
            List<Name> named = before.selectGroups(String.join(" ", groups));
            SettingChange change = new SettingChange(parts, values, force);
            return change.checked(named, true)
                    .then(names -> Transaction.changed(parts.admin(dryRun).setGroups(names, values, who.author())))
                    .then(nodes -> new Outcome.Done<>(
                            new Applied(before, named), dryRun ? List.of() : change.remarks(members(named))));
        });
    }

    private List<Node> members(List<Name> groups) {
        return parts.snapshot().nodes().stream()
                .filter(node -> groups.contains(node.group()))
                .toList();
    }
}
