package org.perceus.administration.internal.operation;

import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.perceus.administration.internal.deed.Part;
import org.perceus.node.operation.Operations;

/** Where operations are kept, which may come and go. Thread-safe. */
@Component(service = OperationParts.class)
public final class OperationParts {
    private final Part<Operations> operations = new Part<>("node registry");

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    void bindOperations(Operations service) {
        operations.bind(service);
    }

    void unbindOperations(Operations service) {
        operations.unbind(service);
    }

    Operations operations() {
        return operations.get();
    }

    Optional<Operations> find() {
        return operations.find();
    }
}
