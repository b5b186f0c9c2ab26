package org.perceus.node.internal.store;

/** Too many works are waiting for the disk. */
public final class StoreBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreBusyException(int waiting) {
        super("The registry has " + waiting + " changes waiting for the disk: try again in a moment");
    }
}
