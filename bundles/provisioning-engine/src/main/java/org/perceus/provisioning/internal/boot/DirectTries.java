package org.perceus.provisioning.internal.boot;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.node.BootId;
import org.perceus.node.BootJournal;
import org.perceus.node.BootSummary;
import org.perceus.node.MacAddress;

/**
 * Which nodes were last started without Perceus OS, and what became of that. One that did not become ready that way, because its kernel
 * has no driver for its card, say, is not started that way again with the same root before the container is. Thread-safe.
 */
@Component(service = DirectTries.class)
public final class DirectTries {
    /** Beyond it all is forgotten: deleted nodes are not told here. */
    private static final int MOST = 400_000;

    private final BootJournal journal;
    private final Map<MacAddress, Try> tries = new ConcurrentHashMap<>();

    private record Try(BootId boot, String root) {}

    @Activate
    public DirectTries(@Reference BootJournal journal) {
        this.journal = journal;
    }

    /** Notes that a boot starts with a root of this hash; false when it must not, as the one before with it was not ready. */
    public boolean begin(BootId boot, String root) {
        Try before = tries.get(boot.mac());
        boolean good =
                before == null || !before.root().equals(root) || before.boot().equals(boot) || wasReady(before.boot());
        if (good) {
            if (tries.size() >= MOST) {
                tries.clear();
            }
            tries.put(boot.mac(), new Try(boot, root));
        }
        return good;
    }

    private boolean wasReady(BootId boot) {
        return journal.latest(boot.mac())
                .filter(latest -> latest.id().equals(boot))
                .filter(BootSummary::wasReady)
                .isPresent();
    }
}
