package org.perceus.provisioning.internal.boot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.ledger.Author;
import org.perceus.node.BootId;
import org.perceus.node.Node;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeState;
import org.perceus.node.RegistrySnapshot;
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
        Optional<BootChoice> next = BootChoice.next(node);
        next.ifPresent(choice -> {
            tracker.record(boot, NodeState.BOOTING, STEP, choice.toString());
            admin.set(
                    List.of(node.mac()),
                    Map.of(NodeSettings.BOOT_NEXT, Optional.empty()),
                    new Author("engine", "its boot has begun"));
        });
        return next.orElseGet(() -> BootChoice.of(node, registry));
    }

    private Optional<BootChoice> taken(BootId boot) {
        return tracker.underWay(boot)
                .flatMap(latest -> latest.newest(event -> event.step().equals(STEP)))
                .flatMap(BootChoice::parse);
    }
}
