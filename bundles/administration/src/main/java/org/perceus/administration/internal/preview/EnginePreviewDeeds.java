package org.perceus.administration.internal.preview;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.administration.Administrator;
import org.perceus.administration.NodeFinder;
import org.perceus.administration.Outcome;
import org.perceus.administration.PreviewDeeds;
import org.perceus.administration.internal.deed.DeedRunner;
import org.perceus.administration.internal.node.NodeParts;
import org.perceus.node.Node;
import org.perceus.provisioning.PreviewResult;

/** Asks the engine what nodes would be given. */
@Component
public final class EnginePreviewDeeds implements PreviewDeeds {
    private final DeedRunner runner;
    private final NodeParts parts;

    /** Created by the container. */
    @Activate
    public EnginePreviewDeeds(@Reference DeedRunner runner, @Reference NodeParts parts) {
        this.runner = runner;
        this.parts = parts;
    }

    @Override
    public Outcome<PreviewResult.Shares> shares(Administrator who, String node) throws InterruptedException {
        return runner.run(who, () -> new NodeFinder(parts.snapshot()).one(node).then(one -> {
            PreviewResult result =
                    new PatientPreview(parts.preview()).of(List.of(one)).get(0);
            return result instanceof PreviewResult.Shares shares
                    ? Outcome.done(shares)
                    : Outcome.refused(one.name() + " would have to wait: " + reason(result));
        }));
    }

    @Override
    public Outcome<List<Preview>> all(Administrator who, List<String> nodes) throws InterruptedException {
        return runner.run(who, () -> new NodeFinder(parts.snapshot())
                .toShow(nodes)
                .then(chosen -> Outcome.done(previews(chosen, new PatientPreview(parts.preview()).of(chosen)))));
    }

    private static List<Preview> previews(List<Node> nodes, List<PreviewResult> results) {
        List<Preview> previews = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            previews.add(new Preview(nodes.get(i), results.get(i)));
        }
        return previews;
    }

    private static String reason(PreviewResult result) {
        return result instanceof PreviewResult.Refused refused
                ? refused.reason()
                : ((PreviewResult.Waits) result).reason();
    }
}
