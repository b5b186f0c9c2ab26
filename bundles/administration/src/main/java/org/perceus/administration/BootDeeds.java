package org.perceus.administration;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.node.Node;

/** What becomes of boots. Thread-safe; calls block until the change is durable. */
@ProviderType
public interface BootDeeds {
    /** Lets nodes try again that wait because they failed as often as they may: boots that began before do not count. */
    Outcome<List<Node>> retry(Administrator who, NodeTarget target, boolean dryRun) throws InterruptedException;
}
