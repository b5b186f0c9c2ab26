package org.perceus.provisioning.internal.boot;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.node.BootEvent;
import org.perceus.node.BootId;
import org.perceus.node.BootJournal;
import org.perceus.node.MacAddress;
import org.perceus.node.Node;
import org.perceus.node.NodeRegistry;
import org.perceus.node.NodeState;

/** Which nodes live on which unpacked root: a step of their boots, so it is known after a restart as well. Thread-safe. */
@Component(service = TreeTenants.class)
public final class TreeTenants {
    private final BootTracker tracker;
    private final BootJournal journal;
    private final NodeRegistry registry;

    @Activate
    public TreeTenants(
            @Reference BootTracker tracker, @Reference BootJournal journal, @Reference NodeRegistry registry) {
        this.tracker = tracker;
        this.journal = journal;
        this.registry = registry;
    }

    /** Notes that a node was told to use a tree. */
    public void moveIn(BootId boot, String tree) {
        tracker.record(boot, NodeState.PROVISIONING, BootEvent.ROOT, tree);
    }

    /** The names of all trees that a node may live on. */
    public Set<String> trees() {
        Set<String> trees = new HashSet<>();
        for (Node node : registry.snapshot().nodes()) {
            addTrees(node.mac(), trees);
        }
        return trees;
    }

    /** A boot may have failed before it left the root of the one before: the last that was ready counts as well. */
    private void addTrees(MacAddress mac, Collection<String> trees) {
        journal.recent(mac).forEach(boot -> boot.facts().root().ifPresent(trees::add));
    }
}
