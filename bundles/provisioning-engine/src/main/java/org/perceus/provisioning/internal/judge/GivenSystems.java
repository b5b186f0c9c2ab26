package org.perceus.provisioning.internal.judge;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.BootSummary;
import org.perceus.node.NodeState;
import org.perceus.node.SettingKey;
import org.perceus.provisioning.NodeSettings;
import org.perceus.provisioning.internal.boot.BootTracker;
import org.perceus.provisioning.internal.plan.Plan;

/** What boots were given: a step of theirs, so that it is known later whether anything changed since. Thread-safe. */
@Component(service = GivenSystems.class)
public final class GivenSystems {
    private final BootTracker tracker;

    @Activate
    public GivenSystems(@Reference BootTracker tracker) {
        this.tracker = tracker;
    }

    /** Notes what a boot is given. */
    public void give(BootId boot, Plan.Provision plan) {
        tracker.record(boot, NodeState.PROVISIONING, BootEvent.SYSTEM, words(plan));
    }

    /** Whether a boot was given what a plan would give. */
    static boolean same(BootSummary boot, Plan.Provision plan) {
        return boot.facts().system().equals(Optional.of(words(plan)));
    }

    private static String words(Plan.Provision plan) {
        SortedMap<SettingKey, String> settings = new TreeMap<>(plan.registry().settings(plan.node()));
        settings.remove(NodeSettings.RETRIES);
        settings.remove(NodeSettings.PROOF);
        settings.keySet().removeAll(NodeSettings.KEPT);
        CRC32 sum = new CRC32();
        sum.update(settings.toString().getBytes(StandardCharsets.UTF_8));
        return plan.capsule().id() + " by " + plan.method().identity().name()
                + String.format(", settings %08x", sum.getValue());
    }
}
