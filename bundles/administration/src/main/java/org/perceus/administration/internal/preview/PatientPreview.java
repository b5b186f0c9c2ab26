package org.perceus.administration.internal.preview;

import java.util.ArrayList;
import java.util.List;
import org.perceus.node.Node;
import org.perceus.provisioning.NodePreview;
import org.perceus.provisioning.PreviewResult;

/** Asks what nodes would be given, again for a while when a module refuses: the server may be executing scripts for them. */
record PatientPreview(NodePreview preview) {
    private static final int TIMES = 6;
    private static final long PAUSE_MS = 500;

    /**
     * What nodes would be given, in their order.
     *
     * @throws InterruptedException when the user interrupted it
     */
    List<PreviewResult> of(List<Node> nodes) throws InterruptedException {
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
}
