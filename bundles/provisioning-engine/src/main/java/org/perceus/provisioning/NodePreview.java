package org.perceus.provisioning;

import org.osgi.annotation.versioning.ProviderType;
import org.perceus.node.Node;

/**
 * Finds out what a node would be given if it asked now, by rendering its script as for the node itself: nothing is sent,
 * and no boot begins. Thread-safe.
 */
@ProviderType
public interface NodePreview {
    /**
     * The shares of all modules for a node, or why it would have to wait. Calls the modules, so it may take as long as a
     * module that hangs may. What only the machine can say, such as how much RAM it has, is not known to them.
     */
    PreviewResult preview(Node node);
}
