package org.perceus.administration.operation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.administration.Administrator;
import org.perceus.administration.Outcome;
import org.perceus.node.operation.Operation;

/** What runs on the site, and how it went: imports, builds, updates. Thread-safe; calls block. */
@ProviderType
public interface OperationDeeds {
    /**
     * Operations with their newest step each, newest first.
     *
     * @param kind the word of a kind
     * @param running only those that run
     * @param limit at most so many, 1 to {@value org.perceus.node.operation.Operations#MOST}
     */
    Outcome<List<Operation>> list(Administrator who, Optional<String> kind, boolean running, int limit)
            throws InterruptedException;

    /** An operation with all its steps. */
    Outcome<Operation> show(Administrator who, long id) throws InterruptedException;

    /**
     * Follows an operation, wherever it runs, until it ends. Whoever stops following does not end it.
     *
     * @param news gets it at once, and again whenever it differs, on the caller's thread
     * @return as it ended
     */
    Outcome<Operation> follow(Administrator who, long id, Consumer<Operation> news) throws InterruptedException;
}
