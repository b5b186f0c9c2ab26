package org.perceus.node.operation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.perceus.ledger.Author;

/**
 * The operations of the site, as long as they are kept. Thread-safe. What runs on this server and what ended last is in
 * memory, all is on disk: also what other servers do that share the database.
 */
@ProviderType
public interface Operations {
    /** How many operations a list can have. */
    int MOST = 10_000;

    /**
     * Begins an operation; whoever began it ends it. Does not block.
     *
     * @param subject what it is about, cut to 256 characters
     */
    RunningOperation begin(OperationKind kind, String subject, Author author);

    /** What runs on this server, and what ended last: from memory, newest first. */
    List<Operation> recent();

    /**
     * Operations with their newest step each, newest first.
     *
     * @param kind only those of a kind
     * @param running only those that run
     * @param limit at most so many, 1 to {@value #MOST}
     * @return completes on a thread that only reads; fails when the database does
     */
    CompletionStage<List<Operation>> list(Optional<OperationKind> kind, boolean running, int limit);

    /** An operation with all its steps; empty when there is none with this id, or no longer. Completes as a list does. */
    CompletionStage<Optional<Operation>> find(long id);
}
