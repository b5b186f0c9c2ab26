package org.perceus.node.internal.operation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.perceus.ledger.Author;
import org.perceus.ledger.store.Store;
import org.perceus.node.internal.site.UpkeepTimer;
import org.perceus.node.operation.Operation;
import org.perceus.node.operation.OperationKind;
import org.perceus.node.operation.Operations;
import org.perceus.node.operation.RunningOperation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Operations in memory and in the ledger's database. */
@Component(service = Operations.class, configurationPid = "org.perceus.node", immediate = true)
public final class DefaultOperations implements Operations {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultOperations.class);
    private static final String STOPPED = "the container was stopped while it ran: start it again";

    private final OperationDisk disk;
    private final OperationMemory memory = new OperationMemory();
    private final UpkeepTimer timer =
            new UpkeepTimer("perceus-operation-timer", "Operations could not be looked after");
    private final AtomicBoolean unkept = new AtomicBoolean();
    private final Clock clock;
    private volatile OperationLimits limits;

    /** Ends what the container had under way when it was killed. */
    @Activate
    public DefaultOperations(BundleContext context, Map<String, Object> properties, @Reference Store store) {
        this(store, ServerName.of(context), properties, Clock.systemUTC());
        timer.start(this::save, this::sweep);
    }

    /** @param server what tells this container from others with the same database */
    public DefaultOperations(Store store, String server, Map<String, ?> properties, Clock clock) {
        this.clock = clock;
        this.limits = OperationLimits.read(properties, DefaultOperations::complain);
        this.disk = new OperationDisk(store, server);
        disk.begin(OperationMemory.ENDED).forEach(memory::settled);
    }

    @Modified
    void modified(Map<String, Object> properties) {
        limits = OperationLimits.read(properties, DefaultOperations::complain);
    }

    /** What still runs ends with the container. */
    @Deactivate
    public void close() {
        timer.stop();
        memory.open().forEach(operation -> operation.failed(STOPPED));
    }

    @Override
    public RunningOperation begin(OperationKind kind, String subject, Author author) {
        OptionalLong number = disk.number();
        if (number.isEmpty()) {
            if (unkept.compareAndSet(false, true)) {
                LOG.error("Operations are not kept as long as the ledger's database takes nothing");
            }
            return new TrackedOperation(0, kind, subject, author, clock, operation -> {});
        }
        unkept.set(false);
        TrackedOperation operation =
                new TrackedOperation(number.getAsLong(), kind, subject, author, clock, this::write);
        memory.begun(operation);
        operation.write();
        return operation;
    }

    @Override
    public List<Operation> recent() {
        return memory.newestFirst();
    }

    @Override
    public CompletionStage<List<Operation>> list(Optional<OperationKind> kind, boolean running, int limit) {
        int most = Math.max(1, Math.min(limit, MOST));
        return disk.newest(kind, running, most).thenApply(read -> memory.over(read).stream()
                .filter(one -> kind.isEmpty() || kind.get() == one.kind())
                .filter(one -> !running || one.end().isEmpty())
                .limit(most)
                .toList());
    }

    @Override
    public CompletionStage<Optional<Operation>> find(long id) {
        Optional<Operation> known = memory.find(id);
        return known.isPresent() ? CompletableFuture.completedStage(known) : disk.find(id);
    }

    /** Writes what the disk did not take before. */
    void save() {
        memory.open().forEach(TrackedOperation::writeAgain);
    }

    /** Begins to delete what is too old. */
    void sweep() {
        disk.delete(clock.instant().minus(limits.age()), limits.kept());
    }

    private void write(TrackedOperation operation) {
        disk.save(operation).thenAccept(written -> {
            if (written.end().isPresent()) {
                memory.settled(written);
            }
        });
    }

    private static void complain(String sentence) {
        LOG.error("etc/org.perceus.node.cfg: {}", sentence);
    }
}
