package org.perceus.shell.internal.script;

import java.util.List;
import org.perceus.node.Node;
import org.perceus.provisioning.ModuleShare;
import org.perceus.provisioning.NodePreview;
import org.perceus.shell.internal.node.PatientPreview;
import org.perceus.shell.internal.screen.CommandFailure;

/** What scripts a node would be given. */
public final class ScriptPreview {
    private ScriptPreview() {}

    /**
     * The shares of a node.
     *
     * @param nodes what the word of the command means
     * @throws CommandFailure when it is not one node, and with the reason when that would have to wait
     */
    public static List<ModuleShare> shares(NodePreview preview, List<Node> nodes) throws InterruptedException {
        if (nodes.size() != 1) {
            throw CommandFailure.usage("scripts are shown of one node, not of " + nodes.size() + ": name one");
        }
        Node node = nodes.get(0);
        return new PatientPreview(preview).shares(node).shares();
    }
}
