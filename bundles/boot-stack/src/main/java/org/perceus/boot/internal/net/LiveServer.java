package org.perceus.boot.internal.net;

import java.io.IOException;

/** A server with threads of its own, which may end by themselves when something fails that nobody thought of. */
public interface LiveServer extends AutoCloseable {
    /** Whether it still serves. One that does not is of no more use, but to be closed. */
    boolean isAlive();

    @Override
    void close() throws IOException;
}
