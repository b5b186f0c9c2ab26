package org.perceus.administration.internal.node;

import org.perceus.node.BootJournal;
import org.perceus.node.NodeAdmin;
import org.perceus.node.NodeHistory;
import org.perceus.node.NodeRegistry;
import org.perceus.provisioning.NodeKeys;
import org.perceus.provisioning.NodePreview;
import org.perceus.provisioning.SettingCheck;

/** Parts that are there without a container, for tests. */
public final class PartsOfNodes {
    private PartsOfNodes() {}

    public static NodeParts of(
            NodeRegistry registry, NodeAdmin admin, NodeHistory history, SettingCheck check, NodePreview preview) {
        NodeParts parts = new NodeParts();
        parts.bindRegistry(registry);
        parts.bindAdmin(admin);
        parts.bindHistory(history);
        parts.bindSettingCheck(check);
        parts.bindPreview(preview);
        return parts;
    }

    /** The same, with what machines show. */
    public static NodeParts with(NodeParts parts, NodeKeys keys) {
        parts.bindKeys(keys);
        return parts;
    }

    /** The same, with how nodes are. */
    public static NodeParts with(NodeParts parts, BootJournal journal) {
        parts.bindJournal(journal);
        return parts;
    }
}
