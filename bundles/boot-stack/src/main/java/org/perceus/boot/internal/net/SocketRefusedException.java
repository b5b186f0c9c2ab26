package org.perceus.boot.internal.net;

import java.io.IOException;

/** A socket could not be had; the message is one sentence for the operator. */
public final class SocketRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    SocketRefusedException(String sentence, Exception cause) {
        super(sentence, cause);
    }
}
