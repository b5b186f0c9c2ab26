package org.perceus.administration;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.node.Node;
import org.perceus.provisioning.RestartWay;

/** What becomes of boots. Thread-safe; calls block until the change is durable. */
@ProviderType
public interface BootDeeds {
    /** Lets nodes try again that wait because they failed as often as they may: boots that began before do not count. */
    Outcome<List<Node>> retry(Administrator who, NodeTarget target, boolean dryRun) throws InterruptedException;

    /**
     * Lets each of some nodes be tied to another key, by the next machine that shows its claim with one.
     *
     * @param within how long that may take, from a minute to a week
     */
    Outcome<List<Node>> arm(Administrator who, NodeTarget target, Duration within, boolean dryRun)
            throws InterruptedException;

    /**
     * Has the systems that run on nodes restart these: they hear of it when they say next that they live, within about a minute.
     *
     * @return with a remark on nodes whose system cannot hear it now
     */
    Outcome<List<Node>> restart(Administrator who, NodeTarget target, RestartWay way, boolean dryRun)
            throws InterruptedException;
}
