package org.perceus.administration;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.node.Node;
import org.perceus.provisioning.PreviewResult;

/** What nodes would be given if they booted now. Thread-safe; calls block for seconds while the server executes scripts. */
@ProviderType
public interface PreviewDeeds {
    /**
     * What became of a node's preview.
     *
     * @param node the node
     * @param result what it would be told
     */
    record Preview(Node node, PreviewResult result) {}

    /**
     * The shares of all modules for a node; refused when it would have to wait.
     *
     * @param node a word that names it
     */
    Outcome<PreviewResult.Shares> shares(Administrator who, String node) throws InterruptedException;

    /**
     * What each node would be told.
     *
     * @param nodes words that name nodes; all nodes when there are none
     */
    Outcome<List<Preview>> all(Administrator who, List<String> nodes) throws InterruptedException;
}
