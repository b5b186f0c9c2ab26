package org.perceus.boot.internal.dns.wire;

import java.io.IOException;

/** Does what a socket is ready for. */
interface Handler {
    /** @throws IOException when the socket is of no more use */
    void ready() throws IOException;

    /** Makes do with that. */
    void failed();
}
