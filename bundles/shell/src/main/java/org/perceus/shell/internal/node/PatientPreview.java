package org.perceus.shell.internal.node;

import java.util.ArrayList;
import java.util.List;
import org.perceus.node.Node;
import org.perceus.provisioning.NodePreview;
import org.perceus.provisioning.PreviewResult;
import org.perceus.shell.internal.screen.CommandFailure;

/** Asks what nodes would be given, again for a while when a module refuses: the server may be executing scripts for them. */
public record PatientPreview(NodePreview preview) {
    private static final int TIMES = 6;
    private static final long PAUSE_MS = 500;

    /**
     * What nodes would be given, in their order.
     *
     * @throws InterruptedException when the user interrupted it
     */
    public List<PreviewResult> of(List<Node> nodes) throws InterruptedException {
        List<PreviewResult> results = new ArrayList<>();
        for (Node node : nodes) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            results.add(preview.preview(node));
        }
        for (int i = 0; i < TIMES && results.stream().anyMatch(PreviewResult.Refused.class::isInstance); i++) {
            Thread.sleep(PAUSE_MS);
            for (int place = 0; place < results.size(); place++) {
                if (results.get(place) instanceof PreviewResult.Refused) {
                    results.set(place, preview.preview(nodes.get(place)));
                }
            }
        }
        return results;
    }

    /**
     * The shares that it would be given.
     *
     * @throws CommandFailure with the reason when it would have to wait
     */
    public PreviewResult.Shares shares(Node node) throws InterruptedException {
        PreviewResult result = of(List.of(node)).get(0);
        if (result instanceof PreviewResult.Shares shares) {
            return shares;
        }
        throw new CommandFailure(node.name() + " would have to wait: "
                + (result instanceof PreviewResult.Refused refused
                        ? refused.reason()
                        : ((PreviewResult.Waits) result).reason()));
    }
}
