package org.perceus.ledger.store;

/** Too many works are waiting for the database. */
public final class StoreBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param waiting how many wait */
    public StoreBusyException(int waiting) {
        super(waiting + " changes are waiting for the database: try again in a moment");
    }
}
