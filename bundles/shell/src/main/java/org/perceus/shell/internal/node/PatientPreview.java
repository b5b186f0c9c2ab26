package org.perceus.shell.internal.node;

import org.perceus.node.Node;
import org.perceus.provisioning.NodePreview;
import org.perceus.provisioning.PreviewResult;
import org.perceus.shell.internal.screen.CommandFailure;

/** Asks what a node would be given, again for a while when a module refuses: the server may be executing scripts for it. */
public record PatientPreview(NodePreview preview) {
    private static final int TIMES = 6;
    private static final long PAUSE_MS = 500;

    /** What it would be given. */
    public PreviewResult of(Node node) throws InterruptedException {
        PreviewResult result = preview.preview(node);
        for (int i = 0; i < TIMES && result instanceof PreviewResult.Refused; i++) {
            Thread.sleep(PAUSE_MS);
            result = preview.preview(node);
        }
        return result;
    }

    /**
     * The shares that it would be given.
     *
     * @throws CommandFailure with the reason when it would have to wait
     */
    public PreviewResult.Shares shares(Node node) throws InterruptedException {
        PreviewResult result = of(node);
        if (result instanceof PreviewResult.Shares shares) {
            return shares;
        }
        throw new CommandFailure(node.name() + " would have to wait: "
                + (result instanceof PreviewResult.Refused refused
                        ? refused.reason()
                        : ((PreviewResult.Waits) result).reason()));
    }
}
