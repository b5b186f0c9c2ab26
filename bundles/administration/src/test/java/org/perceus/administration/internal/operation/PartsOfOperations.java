package org.perceus.administration.internal.operation;

import org.perceus.node.operation.Operations;

/** Parts that are there without a container, for tests. */
public final class PartsOfOperations {
    private PartsOfOperations() {}

    public static OperationParts of(Operations operations) {
        OperationParts parts = new OperationParts();
        parts.bindOperations(operations);
        return parts;
    }
}
