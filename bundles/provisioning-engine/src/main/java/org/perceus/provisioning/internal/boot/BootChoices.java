package org.perceus.provisioning.internal.boot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.ledger.Author;
import org.perceus.node.BootId;
import org.perceus.node.Node;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeState;
import org.perceus.node.RegistrySnapshot;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.BootChoice;
import org.perceus.provisioning.NodeSettings;

/** What boots are for: what a node was told for its next boot alone holds for one boot and is taken away. Thread-safe. */
@Component(service = BootChoices.class)
public final class BootChoices {
    private static final String STEP = NodeSettings.BOOT_NEXT.value();

    private final NodeAdmin admin;
    private final BootTracker tracker;

    @Activate
    public BootChoices(@Reference NodeAdmin admin, @Reference BootTracker tracker) {
        this.admin = admin;
        this.tracker = tracker;
    }

    /** What a boot is for, as often as it is asked; from the first answer on the setting is spent. */
    public BootChoice take(BootId boot, Node node, RegistrySnapshot registry) {
        Optional<BootChoice> taken = taken(boot);
        if (taken.isPresent()) {
            return taken.get();
        }
        BootChoice.next(node).ifPresent(choice -> tracker.record(boot, NodeState.BOOTING, STEP, choice.toString()));
        spend(node);
        return BootChoice.ofNextBoot(node, registry);
    }

    /** A machine that boots need not be restarted any more, whoever did it. */
    private void spend(Node node) {
        Map<SettingKey, Optional<String>> spent = Stream.of(NodeSettings.BOOT_NEXT, NodeSettings.RESTART)
                .filter(node.settings()::containsKey)
                .collect(Collectors.toMap(Function.identity(), key -> Optional.empty()));
        if (!spent.isEmpty()) {
            admin.set(List.of(node.mac()), spent, new Author("engine", "its boot has begun"));
        }
    }

    private Optional<BootChoice> taken(BootId boot) {
        return tracker.underWay(boot)
                .flatMap(latest -> latest.newest(event -> event.step().equals(STEP)))
                .flatMap(BootChoice::parse);
    }
}
