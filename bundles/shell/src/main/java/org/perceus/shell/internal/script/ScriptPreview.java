package org.perceus.shell.internal.script;

import java.util.List;
import org.perceus.node.Node;
import org.perceus.provisioning.ModuleShare;
import org.perceus.provisioning.NodePreview;
import org.perceus.provisioning.PreviewResult;
import org.perceus.shell.internal.screen.CommandFailure;

/** Asks what a node would be given, again for a while when it would have to wait: the server may be executing scripts for it. */
public final class ScriptPreview {
    private static final int TIMES = 6;
    private static final long PAUSE_MS = 500;

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
        PreviewResult result = preview.preview(node);
        for (int i = 0; i < TIMES && result instanceof PreviewResult.Waits; i++) {
            Thread.sleep(PAUSE_MS);
            result = preview.preview(node);
        }
        if (result instanceof PreviewResult.Waits waits) {
            throw new CommandFailure(node.name() + " would have to wait: " + waits.reason());
        }
        return ((PreviewResult.Shares) result).shares();
    }
}
