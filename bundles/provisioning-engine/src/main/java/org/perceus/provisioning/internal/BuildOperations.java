package org.perceus.provisioning.internal;

import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.ledger.Author;
import org.perceus.module.BuildListener;
import org.perceus.module.ImageResult;
import org.perceus.node.operation.OperationKind;
import org.perceus.node.operation.Operations;
import org.perceus.node.operation.RunningOperation;

/**
 * Makes operations of the builds of images, as long as there is somebody to keep them. A build that nodes have tried again
 * every minute because it fails is one an hour, so that it does not crowd out all others.
 */
@Component
public final class BuildOperations implements BuildListener {
    private static final Author NODES = new Author("perceus", "nodes that boot, or a new module, need it");
    private static final String PREPARING = "prepares a capsule";
    private static final Duration REPEATED = Duration.ofHours(1);

    private final AtomicReference<Operations> operations = new AtomicReference<>();
    private final Map<String, Instant> failures = new ConcurrentHashMap<>();
    private final Clock clock;

    @Activate
    public BuildOperations() {
        this(Clock.systemUTC());
    }

    BuildOperations(Clock clock) {
        this.clock = clock;
    }

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindOperations(Operations service) {
        operations.set(service);
    }

    void unbindOperations(Operations service) {
        operations.compareAndSet(service, null);
    }

    @Override
    public Build begun(String image, String account) {
        Instant now = clock.instant();
        failures.values().removeIf(before -> now.isAfter(before.plus(REPEATED)));
        if (account.isEmpty()) {
            return new RecordedBuild(image, failures.containsKey(image) ? Optional.empty() : begin(image, NODES));
        }
        return new RecordedBuild(image, begin(image, new Author(account, PREPARING)));
    }

    private Optional<RunningOperation> begin(String image, Author author) {
        return Optional.ofNullable(operations.get()).map(there -> there.begin(OperationKind.BUILD, image, author));
    }

    private final class RecordedBuild implements Build {
        private final String image;
        private final Optional<RunningOperation> operation;

        RecordedBuild(String image, Optional<RunningOperation> operation) {
            this.image = image;
            this.operation = operation;
        }

        @Override
        public void at(String task, long done, long total) {
            operation.ifPresent(running -> {
                running.step(task);
                if (total > 0) {
                    running.progress((int) Math.min(100, done * 100.0 / total));
                }
            });
        }

        @Override
        public void ended(ImageResult result) {
            if (result instanceof ImageResult.Ready ready) {
                failures.remove(image);
                operation
                        .or(() -> begin(image, NODES))
                        .ifPresent(running -> running.done("nodes get " + Math.max(1, ready.bytes() >> 20) + " MiB"));
            } else {
                failures.putIfAbsent(image, clock.instant());
                operation.ifPresent(running -> running.failed(((ImageResult.Failed) result).reason()));
            }
        }
    }
}
