package org.perceus.provisioning.internal.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.node.BootJournal;
import org.perceus.node.BootSeries;
import org.perceus.node.BootSummary;
import org.perceus.node.Node;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.internal.plan.Plan;

/**
 * Has nodes wait that failed as often as their setting {@code retries} allows. Only boots count that were given what the
 * node would be given now, and that began after the administrator last let it try again. Thread-safe.
 */
@Component(service = RetryLimit.class)
public final class RetryLimit {
    private static final Duration EVER = Duration.ofDays(36_500);

    private final BootJournal journal;

    @Activate
    public RetryLimit(@Reference BootJournal journal) {
        this.journal = journal;
    }

    /** Why a node has to wait before it may try again what is planned, if it has to. */
    public Optional<String> hold(Plan.Provision plan) {
        Node node = plan.node();
        OptionalInt retries = NodeSettings.retries(node, plan.registry());
        if (retries.isEmpty()) {
            return Optional.empty();
        }
        Instant since = NodeSettings.retrySince(node).orElse(Instant.EPOCH);
        List<BootSummary> boots = journal.recent(node.mac()).stream()
                .filter(boot -> boot.started().isAfter(since))
                .filter(boot -> boot.wasReady() || GivenSystems.same(boot, plan))
                .toList();
        BootSeries series = BootSeries.of(boots, retries.getAsInt(), EVER);
        return Optional.of(series)
                .filter(BootSeries::looping)
                .map(many -> many.words() + ", so it waits (retries="
                        + retries.getAsInt() + "); the last: " + many.cause().orElse("no reason was given")
                        + "; when that is mended: perceus boot retry " + node.name());
    }
}
