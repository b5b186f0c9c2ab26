package org.perceus.provisioning.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.ledger.Author;
import org.perceus.node.operation.OperationKind;
import org.perceus.node.operation.Operations;
import org.perceus.node.operation.RunningOperation;
import org.perceus.provisioning.ImageResult;
import org.perceus.provisioning.internal.image.BuildListener;
import org.perceus.provisioning.internal.image.ImageKey;

/** Makes operations of the builds of images. */
@Component
public final class BuildOperations implements BuildListener {
    private static final Author NODES = new Author("perceus", "nodes that boot, or a new module, need it");
    private static final String PREPARING = "prepares a capsule";

    private final Operations operations;

    @Activate
    public BuildOperations(@Reference Operations operations) {
        this.operations = operations;
    }

    @Override
    public Build begun(ImageKey image, String account) {
        Author author = account.isEmpty() ? NODES : new Author(account, PREPARING);
        return new BuildOperation(operations.begin(OperationKind.BUILD, image.toString(), author));
    }

    private record BuildOperation(RunningOperation operation) implements Build {
        @Override
        public void at(String task, long done, long total) {
            operation.step(task);
            if (total > 0) {
                operation.progress((int) Math.min(100, done * 100.0 / total));
            }
        }

        @Override
        public void ended(ImageResult result) {
            if (result instanceof ImageResult.Ready ready) {
                operation.done("nodes get " + Math.max(1, ready.bytes() >> 20) + " MiB");
            } else {
                operation.failed(((ImageResult.Failed) result).reason());
            }
        }
    }
}
