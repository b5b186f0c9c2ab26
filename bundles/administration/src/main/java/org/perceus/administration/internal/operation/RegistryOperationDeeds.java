package org.perceus.administration.internal.operation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.administration.Administrator;
import org.perceus.administration.Outcome;
import org.perceus.administration.internal.deed.Completion;
import org.perceus.administration.internal.deed.DeedRunner;
import org.perceus.administration.operation.OperationDeeds;
import org.perceus.node.operation.Operation;
import org.perceus.node.operation.OperationKind;
import org.perceus.node.operation.Operations;

/** Reads the operations that are kept beside the registry. */
@Component
public final class RegistryOperationDeeds implements OperationDeeds {
    private static final String UNREADABLE = "the operations could not be read";
    private static final long LOOK_MS = 200;

    private final DeedRunner runner;
    private final OperationParts parts;

    /** Created by the container. */
    @Activate
    public RegistryOperationDeeds(@Reference DeedRunner runner, @Reference OperationParts parts) {
        this.runner = runner;
        this.parts = parts;
    }

    @Override
    public Outcome<List<Operation>> list(Administrator who, Optional<String> kind, boolean running, int limit)
            throws InterruptedException {
        return runner.run(who, () -> {
            if (limit < 1 || limit > Operations.MOST) {
                return Outcome.misused(
                        "a list has 1 to " + Operations.MOST + " operations: " + limit + " cannot be listed");
            }
            Optional<OperationKind> wanted = kind.flatMap(OperationKind::find);
            if (kind.isPresent() && wanted.isEmpty()) {
                return Outcome.misused("'" + kind.get() + "' is no kind of operation: write "
                        + Stream.of(OperationKind.values())
                                .map(Object::toString)
                                .collect(Collectors.joining(", ")));
            }
            return Completion.of(parts.operations().list(wanted, running, limit), UNREADABLE);
        });
    }

    @Override
    public Outcome<Operation> show(Administrator who, long id) throws InterruptedException {
        return runner.run(who, () -> find(id));
    }

    @Override
    public Outcome<Operation> follow(Administrator who, long id, Consumer<Operation> news) throws InterruptedException {
        return runner.run(who, () -> {
            Outcome<Operation> shown = find(id);
            Outcome<Operation> now = shown;
            tell(now, news);
            // looked at again and again, since it may run on another server of the same database
            while (now instanceof Outcome.Done<Operation> done
                    && done.result().end().isEmpty()) {
                Thread.sleep(LOOK_MS);
                now = find(id);
                if (!now.equals(shown)) {
                    tell(now, news);
                    shown = now;
                }
            }
            return now;
        });
    }

    private static void tell(Outcome<Operation> outcome, Consumer<Operation> news) {
        if (outcome instanceof Outcome.Done<Operation> done) {
            news.accept(done.result());
        }
    }

    private Outcome<Operation> find(long id) throws InterruptedException {
        return Completion.of(parts.operations().find(id), UNREADABLE).then(found -> found.map(Outcome::done)
                .orElseGet(() -> Outcome.refused("there is no operation " + id
                        + ": 'perceus operation list' shows those that there are; old ones are deleted")));
    }
}
